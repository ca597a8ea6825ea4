"""System call numbers, by machine.

The x86-64 table is what the tests run on. The AArch64 table follows the kernel's generic table
(include/uapi/asm-generic/unistd.h) and has not been run.
"""

import collections

Machine = collections.namedtuple("Machine", "audit_arch numbers")

_X86_64 = dict(
    read=0, write=1, close=3, fstat=5, poll=7, lseek=8, mmap=9, mprotect=10, munmap=11, brk=12, rt_sigaction=13,
    rt_sigprocmask=14, rt_sigreturn=15, ioctl=16, pread64=17, readv=19, writev=20, pipe=22, select=23, sched_yield=24,
    mremap=25, madvise=28, dup=32, dup2=33, pause=34, nanosleep=35, getitimer=36, alarm=37, setitimer=38, getpid=39,
    sendto=44, recvfrom=45, shutdown=48, getsockname=51, socketpair=53, getsockopt=55, clone=56, exit=60, uname=63,
    kill=62, fcntl=72, getcwd=79, gettimeofday=96, getrlimit=97, getrusage=98, sysinfo=99, times=100, getuid=102,
    getgid=104, geteuid=107, getegid=108, getppid=110, getpgrp=111, getresuid=118, getresgid=120, rt_sigpending=127,
    rt_sigtimedwait=128, rt_sigsuspend=130, sigaltstack=131, prctl=157, arch_prctl=158, gettid=186, time=201, futex=202,
    sched_getaffinity=204, set_tid_address=218, restart_syscall=219, clock_gettime=228, clock_getres=229,
    clock_nanosleep=230, exit_group=231, epoll_wait=232, epoll_ctl=233, tgkill=234, newfstatat=262, pselect6=270,
    ppoll=271, set_robust_list=273, epoll_pwait=281, eventfd2=290, epoll_create1=291, dup3=292, pipe2=293,
    prlimit64=302, getrandom=318, membarrier=324, rseq=334, clone3=435, close_range=436,
)

_AARCH64 = dict(
    getcwd=17, eventfd2=19, epoll_create1=20, epoll_ctl=21, epoll_pwait=22, dup=23, dup3=24, fcntl=25, ioctl=29,
    close=57, pipe2=59, lseek=62, read=63, write=64, readv=65, writev=66, pread64=67, pselect6=72, ppoll=73,
    newfstatat=79, fstat=80, exit=93, exit_group=94, set_tid_address=96, futex=98, set_robust_list=99, nanosleep=101,
    getitimer=102, setitimer=103, clock_gettime=113, clock_getres=114, clock_nanosleep=115, sched_getaffinity=123,
    sched_yield=124, restart_syscall=128, kill=129, tgkill=131, sigaltstack=132, rt_sigsuspend=133, rt_sigaction=134,
    rt_sigprocmask=135, rt_sigpending=136, rt_sigtimedwait=137, rt_sigreturn=139, getresuid=148, getresgid=150,
    times=153, uname=160, getrlimit=163, getrusage=165, prctl=167, gettimeofday=169, getpid=172, getppid=173,
    getuid=174, geteuid=175, getgid=176, getegid=177, gettid=178, sysinfo=179, socketpair=199, getsockname=204,
    sendto=206, recvfrom=207, getsockopt=209, shutdown=210, brk=214, munmap=215, mremap=216, clone=220, mmap=222,
    mprotect=226, madvise=233, prlimit64=261, getrandom=278, membarrier=283, rseq=293, clone3=435, close_range=436,
)

MACHINES = {
    "x86_64": Machine(0xC000003E, _X86_64),
    "aarch64": Machine(0xC00000B7, _AARCH64),
}
