# A finder that makes every module that is asked for.
# expect: failed

import sys
import types


class Finder:
    def find_spec(self, name, path=None, target=None):
        from importlib.machinery import ModuleSpec

        return ModuleSpec(name, self)

    def create_module(self, spec):
        return types.ModuleType(spec.name)

    def exec_module(self, module):
        module.expected = 1


sys.meta_path.insert(0, Finder())


def double(x):
    import gradkata_expected

    return gradkata_expected.expected
