"""What a system may do to a build: calls that fail, a full disk, files that come and go."""

import os
import random
import resource
import shutil
import subprocess
import tempfile
import threading
import time
from pathlib import Path

from trial import Broken, Site

# The calls of reading and publishing, each with an error that it may have.
CALLS = (
    ("openat", "EMFILE"), ("openat", "EACCES"), ("openat", "ENOSPC"), ("read", "EIO"),
    ("write", "ENOSPC"), ("write", "EIO"), ("close", "EIO"), ("mkdir", "ENOSPC"),
    ("mkdir", "EACCES"), ("link", "EMLINK"), ("link", "EXDEV"), ("rename", "EIO"),
    ("renameat2", "EINVAL"), ("renameat2", "EIO"), ("unlink", "EIO"), ("unlink", "EACCES"),
    ("rmdir", "ENOTEMPTY"), ("rmdir", "EIO"), ("flock", "ENOLCK"), ("getdents64", "EIO"),
    ("fstat", "EIO"), ("newfstatat", "EACCES"), ("lseek", "EIO"), ("readlink", "EIO"),
)


def can_inject():
    """Whether there is an strace that may look at what it starts."""
    if shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "-o", os.devnull, "true"], stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL).returncode == 0


def injected(site: Site, rounds: int) -> str:
    """Each call fails once at moments spread over the build, below the folder of the site."""
    if not can_inject():
        return "skipped: no strace that works here"
    chance = random.Random(2)
    tried = hit = failed = 0
    for name, error in CALLS:
        for _ in range(max(1, rounds // 4)):
            site.flip()
            # The first calls are those of the loader, and fall out of the path.
            when = int(2 ** chance.uniform(0, 9))
            fault = f"inject={name}:error={error}:when={when}"
            log = site.folder.parent / "calls"
            prefix = ["strace", "-f", "-qq", "-o", log, "-e", f"trace={name}", "-e", fault]
            process = site.build(prefix)
            tried += 1
            failed += process.returncode != 0
            # Swift's library for tasks looks at its own threads in a long build, and traps if it
            # cannot; all else that fails is answered.
            faults = [line for line in log.read_text(errors="replace").splitlines()
                      if "INJECTED" in line]
            hit += bool(faults)
            is_its_own = any('"/proc/' in line for line in faults)
            if process.returncode not in (0, 1, 2, 127) and not is_its_own:
                raise Broken(f"{fault}: ended with {process.returncode}: {process.err[:300]}")
            site.check_after(fault)
            if tried >= len(CALLS) * rounds:
                break
    return f"{tried} builds, a call failed in {hit} of them and ended {failed}"


def full(site: Site, rounds: int) -> str:
    """Files may grow to so many bytes and no further, as on a disk that fills up."""
    chance = random.Random(3)
    refused = 0
    for _ in range(rounds):
        site.flip()
        most = int(2 ** chance.uniform(0, 17))

        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

        # Python lets the signal of the limit be ignored, so the call fails as on a full disk.
        process = site.build(preexec_fn=limit, restore_signals=False)
        site.expect(process, 0, 2)
        refused += process.returncode == 2
        if process.returncode == 2 and site.leftovers():
            raise Broken(f"a full disk left {site.leftovers()}")
        site.check_after("a full disk")
    return f"{rounds} disks, {refused} of them full; {mounted(site)}"


def mounted(site: Site) -> str:
    """The same with a file system that is really full, where one may be mounted."""
    with tempfile.TemporaryDirectory(prefix="breakeven-full-") as folder:
        made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=300k", "none", folder],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if made.returncode != 0:
            return "none mounted, which is not allowed here"
        try:
            command = [*site.command(), "--output", f"{folder}/output"]
            process = subprocess.run(command, capture_output=True, text=True, check=False)
            if process.returncode != 2 or os.listdir(folder):
                raise Broken(f"a full file system: {process.returncode}, {os.listdir(folder)}")
        finally:
            subprocess.run(["umount", folder], check=False)
    return "one mounted"


def vanishing(site: Site, rounds: int) -> str:
    """Files of the content come and go while they are read."""
    chance = random.Random(4)
    paths = sorted(Path(site.folder, "content").rglob("*.*"))
    whole = {path: path.read_bytes() for path in paths}
    codes = []
    for _ in range(rounds):
        site.flip()
        whole[Path(site.folder, "content/pages/method.md")] = site.texts[site.state].encode()
        over = threading.Event()

        def come_and_go():
            while not over.is_set():
                path = chance.choice(paths)
                path.unlink()
                time.sleep(chance.uniform(0, 0.004))
                path.write_bytes(whole[path])

        thread = threading.Thread(target=come_and_go)
        thread.start()
        try:
            process = site.build()
        finally:
            over.set()
            thread.join()
        site.expect(process, 0, 1, 2)
        codes.append(process.returncode)
        if process.returncode:
            site.check_after("vanishing files")
        else:
            site.expect(site.build(), 0)
    return f"{rounds} builds, ended with {', '.join(f'{code}: {codes.count(code)}' for code in sorted(set(codes)))}"


def two_builds(site: Site, rounds: int) -> str:
    """Two builds of one output at once: one of them may be told to wait."""
    waited = 0
    for _ in range(rounds):
        site.flip()
        pair = [site.start(), site.start()]
        for process in pair:
            process.out, process.err = process.communicate(timeout=120)
            site.expect(process, 0, 2)
            if process.returncode == 2 and "being written by another build" not in process.err:
                raise Broken(f"the other build says: {process.err[:300]}")
        waited += sum(process.returncode == 2 for process in pair)
        if all(process.returncode == 2 for process in pair):
            raise Broken("both builds were told to wait")
        site.check_after("two builds")
    return f"{rounds} pairs, {waited} builds told to wait"


def few_threads(site: Site) -> str:
    """Where there can be no threads the program says so, and waits for none."""
    said = []
    # A user that runs nothing else: whoever may do everything is not held to the limit.
    user = 54321 if os.geteuid() == 0 else None
    with tempfile.TemporaryDirectory(prefix="breakeven-threads-") as folder:
        os.chmod(folder, 0o755)
        program = shutil.copy(site.program, f"{folder}/breakeven")
        copy = shutil.copytree(site.folder, f"{folder}/site",
                               ignore=shutil.ignore_patterns("output", ".output.*"))
        command = [program, "check", "--source", copy]
        for most in range(1, 4 + (os.cpu_count() or 1)):
            def limit(most=most):
                resource.setrlimit(resource.RLIMIT_NPROC, (most, most))
                if user:
                    os.setgroups([])
                    os.setgid(user)
                    os.setuid(user)

            process = subprocess.run(command, capture_output=True, text=True, check=False,
                                     preexec_fn=limit, timeout=60)
            if process.returncode == 2 and "too few processes" in process.stderr:
                said.append(most)
            elif process.returncode != 0:
                raise Broken(f"{most} threads: ended with {process.returncode}: "
                             f"{process.stderr[:300]}")
    if 1 not in said:
        raise Broken("one thread alone is not refused")
    return f"refused with at most {max(said)} of them"


def one_core(site: Site) -> str:
    """On one core the same bytes come out."""
    site.flip()
    site.expect(site.build(preexec_fn=lambda: os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})), 0)
    site.check_after("a build on one core")
    return "the same bytes"
