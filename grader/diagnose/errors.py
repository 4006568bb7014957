"""What an exception usually means in numpy code: the slip behind the words that Python and numpy use."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from grader.errors import AnswerError
from grader.model import Diagnosis, Text
from grader.words import filled, text

_USUAL: tuple[tuple[str, str, str, Text, Text], ...] = (
    ("none-used", "(AttributeError|TypeError)", r"NoneType",
     text("something is still None when it is used: it was never set (initialised), or a function returns nothing."),
     text("Which name on that line is None, and who should have given it a value?")),
    ("not-an-array", "AttributeError", r"^'(?P<type>float|int|bool|list|tuple)' object has no attribute '(?P<name>\w+)'",
     text("a plain {type} stands where the line expects an array: it has no .{name}."),
     text("Which values may come in here? np.asarray makes an array of a number or a list.")),
    ("no-such-attribute", "AttributeError", r"^'(?P<type>numpy\.[\w.]+|generator|function|method|dict|str|set|range|zip|map)' object has no attribute '(?P<name>\w+)'",
     text("a {type} has no .{name}."),
     text("Is it spelt so, and is that really the kind of value you expect on that line?")),
    ("never-set", "AttributeError", r"object has no attribute '(?P<name>\w+)'",
     text("self.{name} is read, and is not there: never set, or set under another name, or not yet."),
     text("Compare the spellings: where should it be set, and is that line reached first?")),
    ("before-assignment", "UnboundLocalError", r"variable '(?P<name>\w+)'",
     text("{name} is used before it is assigned in this function."),
     text("Which value is meant there: the new one, or an argument of another name?")),
    ("unknown-name", "NameError", r"name '(?P<name>\w+)' is not defined",
     text("the name {name} is not defined: a misspelling, a missing import, or a self. that is missing."),
     text("Where should {name} come from?")),
    ("row-sums-without-keepdims", "ValueError", r"could not be broadcast together with shapes \((?P<rows>\d+),(?P<columns>\d+)\) \((?P=rows),\)",
     text("a value for each row, of shape ({rows},), does not fit beside rows of shape ({rows},{columns}): it has to stay a column ({rows},1), for example with keepdims=True."),
     text("What is the shape of each of the two?")),
    ("shapes-do-not-fit", "ValueError", r"not aligned|core dimension|matmul",
     text("the inner sizes of a matrix product do not fit."),
     text("Write the shape under each factor: (a, b) @ (b, c). Is a transpose (.T) missing or too many, or the order another one?")),
    ("shapes-do-not-broadcast", "ValueError", r"could not be broadcast",
     text("two arrays of shapes that do not fit are combined entry by entry (broadcast)."),
     text("Print both shapes before that line. Which axis is missing, or should have been summed?")),
    ("wrong-size-for-reshape", "ValueError", r"cannot reshape array",
     text("reshape is asked for a shape with another number of entries."),
     text("How many entries come in, and how many should come out?")),
    ("truth-of-an-array", "ValueError", r"truth value of an array",
     text("one yes or no is asked of a whole array (by if, and, or, or by Python's max, min or sorted); each entry has its own answer."),
     text("Decide entry by entry: a mask, np.where, np.maximum; np.max is the largest of all.")),
    ("no-such-axis", "AxisError", r"axis (?P<axis>-?\d+) is out of bounds for array of dimension (?P<axes>\d+)",
     text("axis {axis} is asked of an array whose number of axes is {axes}."),
     text("Which shapes come in here? What shape does one sample have, and how could it become a batch of one?")),
    ("index-too-large", "IndexError", r"out of bounds",
     text("an index runs past the end of its axis."),
     text("What does the loop count: entries, rows or classes? And which axis is indexed with it?")),
    ("index-not-whole", "IndexError", r"only integers|must be of integer|arrays used as indices",
     text("what is used as an index is no whole number."),
     text("Labels are whole numbers; one-hot rows are not an index.")),
    ("too-many-indices", "IndexError", r"too many indices",
     text("an array has fewer axes than the index has parts."),
     text("Which shapes may x have?")),
    ("array-where-a-number-belongs", "TypeError", r"only (integer scalar arrays|length-1 arrays|0-dimensional arrays)|can only be converted",
     text("an array stands where a single number is asked: np.zeros(x) wants a shape (np.zeros_like is for arrays), math.exp one number."),
     text("Which function on that line takes numbers only?")),
    ("wrong-arguments", "TypeError", r"(missing \d+ required positional|takes \d+ positional|unexpected keyword)",
     text("a function is called with other arguments than it has: compare the definition with the stub (self, too)."),
     text("Does the first line of the function still read as in the stub?")),
    ("wrong-kind-of-number", "(UFuncTypeError|_UFuncOutputCastingError|TypeError)", r"Cannot cast ufunc .* from dtype\('float\d+'\) to dtype\('u?int\d+'\)",
     text("floats are put into an array of integers in place."),
     text("Make the array one of floats first.")),
    ("text-for-a-number", "(UFuncTypeError|_UFuncNoLoopError|TypeError)", r"did not contain a loop with signature matching types .*<U",
     text("a text is computed with, where a number belongs."),
     text("A loop over a dict gives its keys: is the key meant on that line, or the value under it?")),
    ("module-not-there", "ModuleNotFoundError", r"No module named '(?P<module>[\w.]+)'",
     text("only numpy and the standard library are there when answers are graded; the graded code uses {module}."),
     text("Which functions of numpy do what you use {module} for?")),
    ("endless-recursion", "RecursionError", r"",
     text("a function calls itself without end."),
     text("Does a helper have the same name as the function?")),
    ("unknown-key", "KeyError", r"(?P<key>.+)",
     text("the key {key} is not in the dictionary."),
     text("When is each key put in, and is it the same key?")),
)  # fmt: skip


_GUESSES = ("row-sums-without-keepdims",)  # what the words of the exception do not say themselves
PERHAPS = 0.7

# Libraries that people use beside numpy. What else is not there is rather a file of their own.
_LIBRARIES = frozenset(
    ["IPython", "PIL", "autograd", "bokeh", "chainer", "cupy", "cv2", "cython", "datasets", "gensim", "google", "graphviz",
     "gym", "gymnasium", "h5py", "imageio", "ipywidgets", "jax", "jaxlib", "joblib", "keras", "lightgbm", "matplotlib",
     "mlxtend", "mxnet", "networkx", "nltk", "numba", "numexpr", "numpy", "onnx", "openpyxl", "pandas", "patsy", "plotly", "psutil",
     "pylab", "pytest", "requests", "scipy", "seaborn", "six", "skimage", "sklearn", "spacy", "statsmodels", "sympy",
     "tensorboard", "tensorflow", "tf", "theano", "tinygrad", "torch", "torchvision", "tqdm", "transformers", "wandb",
     "wordcloud", "xgboost", "yaml"]
)  # fmt: skip


def _means_numpy(module: str) -> bool:
    """Whether a module that is not there is numpy, misspelt: npy, nunpy, Numpy; not numba, cupy or sympy."""
    name = module.split(".")[0]
    return name != "numpy" and (name == "np" or SequenceMatcher(None, name.lower(), "numpy").ratio() > 0.7)


def usual_meaning(error: AnswerError) -> Diagnosis | None:
    """What an exception says in other words, or usually comes of; None if that is not known. Only the latter is said with *perhaps*."""
    for slug, kinds, pattern, message, hint in _USUAL:
        match = re.search(pattern, error.text)
        if match and re.fullmatch(kinds, error.type_name):
            parts = match.groupdict()
            if slug == "module-not-there" and _means_numpy(parts["module"]):
                said = text("there is no module {module}: did you mean numpy?", module=parts["module"])
                return Diagnosis("numpy-misspelt", "structure", 1.0, said, text("Write: import numpy as np"))
            if slug == "module-not-there" and parts["module"].partition(".")[0] not in _LIBRARIES:
                file = parts["module"].lstrip(".").replace(".", "/") + ".py"
                said = text(
                    "the module {module} was not handed in; numpy and what comes with Python are there.",
                    module=parts["module"],
                )
                return Diagnosis(
                    "module-not-handed-in",
                    "structure",
                    1.0,
                    said,
                    text("If it is your own, hand in {file} as well.", file=file),
                )
            return Diagnosis(
                slug, "structure", PERHAPS if slug in _GUESSES else 1.0, filled(message, **parts), filled(hint, **parts)
            )
    return None
