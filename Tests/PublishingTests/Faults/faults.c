// Makes system calls of a program fail, or kills the program at one of them. Preloaded (LD_PRELOAD) by
// the tests; Linux only. Calls count that are about something under a folder:
//
//   FAULTS_UNDER   the folder, by its absolute path
//   FAULTS_AT      the number of the call that fails, from 1; 0 for none
//   FAULTS_ERRNO   what it fails with; 0 kills the program there instead, after half of a write
//   FAULTS_ALWAYS  name=errno of a call that fails always, beside the one by number
//   FAULTS_REPORT  a file that gets the name of the call by number
//   FAULTS_TRACE   a file that gets the name of every call
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static long count;

static int is_under(const char *path) {
  const char *folder = getenv("FAULTS_UNDER");
  if (!folder || !path) return 0;
  char absolute[2 * PATH_MAX] = "";
  if (path[0] != '/') {
    if (!getcwd(absolute, PATH_MAX)) return 0;
    strcat(absolute, "/");
  }
  strncat(absolute, path, PATH_MAX - 1);
  return strncmp(absolute, folder, strlen(folder)) == 0;
}

static void report(const char *variable, const char *name, const char *path) {
  const char *file = getenv(variable);
  if (!file) return;
  int descriptor = syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_APPEND, 0644);
  char line[2 * PATH_MAX];
  int length = snprintf(line, sizeof line, "%s %s\n", name, path);
  syscall(SYS_write, descriptor, line, length);
  syscall(SYS_close, descriptor);
}

// Whether the call fails here; errno is then set. Of what is to be written, half is before a kill.
static int fails(const char *name, const char *path, int descriptor, const void *bytes, size_t size) {
  if (!is_under(path)) return 0;
  report("FAULTS_TRACE", name, path);
  const char *always = getenv("FAULTS_ALWAYS");
  size_t length = strlen(name);
  if (always && strncmp(always, name, length) == 0 && always[length] == '=') {
    errno = atoi(always + length + 1);
    return 1;
  }
  const char *at = getenv("FAULTS_AT");
  if (++count != (at ? atol(at) : 0)) return 0;
  report("FAULTS_REPORT", name, path);
  const char *code = getenv("FAULTS_ERRNO");
  errno = code ? atoi(code) : EIO;
  if (errno == 0) {
    if (bytes) syscall(SYS_write, descriptor, bytes, size / 2);
    kill(getpid(), SIGKILL);
  }
  return 1;
}

static int fails_at(const char *name, const char *path) { return fails(name, path, -1, NULL, 0); }

static int fails_on(const char *name, int descriptor, const void *bytes, size_t size) {
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return fails(name, path, descriptor, bytes, size);
}

#define NEXT(name) __typeof__(name) *next = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)
#define MODE(flags) \
  mode_t mode = 0; \
  if ((flags) & O_CREAT) { \
    va_list list; \
    va_start(list, flags); \
    mode = va_arg(list, mode_t); \
    va_end(list); \
  }
#define BY_PATH(type, failure, name, declared, path, ...) \
  type name declared { \
    NEXT(name); \
    return fails_at(#name, path) ? failure : next(__VA_ARGS__); \
  }
#define BY_DESCRIPTOR(name, declared, ...) \
  int name declared { \
    NEXT(name); \
    return fails_on(#name, number, NULL, 0) ? -1 : next(__VA_ARGS__); \
  }

int open(const char *path, int flags, ...) {
  MODE(flags) NEXT(open);
  return fails_at("open", path) ? -1 : next(path, flags, mode);
}
int open64(const char *path, int flags, ...) {
  MODE(flags) NEXT(open64);
  return fails_at("open", path) ? -1 : next(path, flags, mode);
}
int openat(int at, const char *path, int flags, ...) {
  MODE(flags) NEXT(openat);
  return fails_at("openat", path) ? -1 : next(at, path, flags, mode);
}
ssize_t read(int number, void *bytes, size_t size) {
  NEXT(read);
  return fails_on("read", number, NULL, 0) ? -1 : next(number, bytes, size);
}
ssize_t write(int number, const void *bytes, size_t size) {
  NEXT(write);
  return fails_on("write", number, bytes, size) ? -1 : next(number, bytes, size);
}
BY_DESCRIPTOR(fsync, (int number), number)
BY_DESCRIPTOR(fdatasync, (int number), number)
BY_DESCRIPTOR(flock, (int number, int operation), number, operation)
BY_DESCRIPTOR(fchmod, (int number, mode_t mode), number, mode)
BY_DESCRIPTOR(fchown, (int number, uid_t owner, gid_t group), number, owner, group)
BY_DESCRIPTOR(futimens, (int number, const struct timespec times[2]), number, times)
BY_DESCRIPTOR(fstat, (int number, struct stat *status), number, status)
BY_PATH(DIR *, NULL, opendir, (const char *path), path, path)
BY_PATH(int, -1, creat, (const char *path, mode_t mode), path, path, mode)
BY_PATH(int, -1, lstat, (const char *path, struct stat *status), path, path, status)
BY_PATH(int, -1, access, (const char *path, int mode), path, path, mode)
BY_PATH(int, -1, mkdir, (const char *path, mode_t mode), path, path, mode)
BY_PATH(int, -1, mkdirat, (int at, const char *path, mode_t mode), path, at, path, mode)
BY_PATH(int, -1, rename, (const char *path, const char *name), path, path, name)
BY_PATH(int, -1, renameat, (int at, const char *path, int to, const char *name), path, at, path, to, name)
BY_PATH(int, -1, renameat2, (int at, const char *path, int to, const char *name, unsigned flags), path, at,
        path, to, name, flags)
BY_PATH(int, -1, link, (const char *path, const char *name), path, path, name)
BY_PATH(int, -1, linkat, (int at, const char *path, int to, const char *name, int flags), path, at, path, to,
        name, flags)
BY_PATH(int, -1, symlink, (const char *path, const char *name), name, path, name)
BY_PATH(ssize_t, -1, readlink, (const char *path, char *bytes, size_t size), path, path, bytes, size)
BY_PATH(int, -1, unlink, (const char *path), path, path)
BY_PATH(int, -1, unlinkat, (int at, const char *path, int flags), path, at, path, flags)
BY_PATH(int, -1, rmdir, (const char *path), path, path)
