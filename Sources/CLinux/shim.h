#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <errno.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <malloc.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

/// Swaps two paths in one step, so that no moment exists in which either is missing.
///
/// glibc hides renameat2 behind a macro that Swift's own module map does not set.
static inline int exchange_paths(const char *left, const char *right) {
  return (int)syscall(SYS_renameat2, AT_FDCWD, left, AT_FDCWD, right, RENAME_EXCHANGE);
}

/// Lets the allocator keep blocks of up to 32 MiB, and 256 MiB in all, instead of unmapping them, and
/// ask for room, which costs nothing before it is used, by 64 MiB and not page by page.
static inline void keep_freed_memory(void) {
  mallopt(M_TOP_PAD, 64 << 20);
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
}

/// Waits until the disk has all that was written to the file system of an open file.
static inline int sync_file_system(int file) { return (int)syscall(SYS_syncfs, file); }

/// Starts a program that is looked for where `PATH` says, in the environment of this one.
///
/// `environ` is a name that two of Swift's modules have.
static inline int start_program(pid_t *process, const char *name, const posix_spawn_file_actions_t *actions,
                                char *const arguments[]) {
  return posix_spawnp(process, name, actions, NULL, arguments, environ);
}
