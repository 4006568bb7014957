# Leaves a file wherever files are left, and looks for it.
# expect: passed

import os


def double(x):
    for folder in ("/tmp", "/var/tmp", "/dev/shm", "/run", ".", "/", "/dev/mqueue", "/proc/self", os.path.dirname(os.__file__)):
        path = f"{folder}/gradkata-hostile-file"
        for attempt in (lambda: open(path).read(), lambda: open(path, "w").write("here"), lambda: os.mkdir(path + "-folder"),
                        lambda: os.symlink("/etc", path + "-link"), lambda: os.mkfifo(path + "-pipe"), lambda: os.link(os.__file__, path)):
            try:
                attempt()
                return path
            except OSError:
                pass
    return x * 2
