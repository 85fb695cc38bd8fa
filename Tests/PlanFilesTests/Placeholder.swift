// PlanFilesTests
