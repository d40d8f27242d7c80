/* Makes system calls on chosen files fail, for the tests that preload it: armed and disarmed by the program itself. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum { NONE, FAILED_WRITE, SHORT_WRITE, FAILED_SYNC };

static int kind, after, times, code, fired;
static char ending[256];

void fault_arm(int new_kind, const char *new_ending, int new_after, int new_times, int new_code)
{
    snprintf(ending, sizeof ending, "%s", new_ending);
    after = new_after, times = new_times, code = new_code, fired = 0, kind = new_kind;
}

int fault_disarm(void)
{
    kind = NONE;
    return fired;
}

/* Whether this call on this file is one that must go wrong. */
static int is_hit(int writes, int descriptor)
{
    char link[64], path[4096];
    ssize_t length;
    size_t wanted = strlen(ending);
    if (kind == NONE || writes != (kind != FAILED_SYNC))
        return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    length = readlink(link, path, sizeof path - 1);
    if (length < (ssize_t)wanted || strncmp(path + length - wanted, ending, wanted) != 0)
        return 0;
    if (after-- > 0 || times <= 0)
        return 0;
    times--, fired++;
    return 1;
}

#define REAL(name, type) ((type)dlsym(RTLD_NEXT, name))

ssize_t write(int descriptor, const void *data, size_t size)
{
    ssize_t (*real)(int, const void *, size_t) = REAL("write", ssize_t(*)(int, const void *, size_t));
    if (!is_hit(1, descriptor))
        return real(descriptor, data, size);
    if (kind == SHORT_WRITE)
        return real(descriptor, data, (size + 1) / 2);
    errno = code;
    return -1;
}

ssize_t pwrite64(int descriptor, const void *data, size_t size, off64_t offset)
{
    ssize_t (*real)(int, const void *, size_t, off64_t) =
        REAL("pwrite64", ssize_t(*)(int, const void *, size_t, off64_t));
    if (!is_hit(1, descriptor))
        return real(descriptor, data, size, offset);
    if (kind == SHORT_WRITE)
        return real(descriptor, data, (size + 1) / 2, offset);
    errno = code;
    return -1;
}

ssize_t pwrite(int descriptor, const void *data, size_t size, off_t offset)
{
    return pwrite64(descriptor, data, size, offset);
}

static int synced(const char *name, int descriptor)
{
    if (is_hit(0, descriptor)) {
        errno = code;
        return -1;
    }
    return REAL(name, int (*)(int))(descriptor);
}

int fsync(int descriptor) { return synced("fsync", descriptor); }
int fdatasync(int descriptor) { return synced("fdatasync", descriptor); }
