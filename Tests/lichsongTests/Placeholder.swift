// lichsongTests
