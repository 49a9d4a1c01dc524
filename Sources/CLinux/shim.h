#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <errno.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <malloc.h>
#include <sys/syscall.h>
#include <unistd.h>

/// Swaps two paths in one step, so that no moment exists in which either is missing.
///
/// glibc hides renameat2 behind a macro that Swift's own module map does not set.
static inline int exchange_paths(const char *left, const char *right) {
  return (int)syscall(SYS_renameat2, AT_FDCWD, left, AT_FDCWD, right, RENAME_EXCHANGE);
}

/// Lets the allocator keep blocks of up to 4 MiB, and 256 MiB in all, instead of unmapping them, and
/// ask for room, which costs nothing before it is used, by 64 MiB and not page by page.
///
/// Longer blocks are lists of very large sites, whose places nothing else would fill again.
static inline void keep_freed_memory(void) {
  mallopt(M_TOP_PAD, 64 << 20);
  mallopt(M_MMAP_THRESHOLD, 4 << 20);
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
}

/// Waits until the disk has all that was written to the file system of an open file.
static inline int sync_file_system(int file) { return (int)syscall(SYS_syncfs, file); }

/// A file in memory that has no name, and is closed in programs that are started.
///
/// Neither `memfd_create` nor its flag, which is 1, is seen without a header that Swift's own module map
/// reads in another way.
static inline int open_file_in_memory(void) { return (int)syscall(SYS_memfd_create, "", 1u); }

/// The environment of this program, under a name that only one of Swift's modules has.
static inline char **own_environment(void) { return environ; }
