"""The kinds of slips: what is said of each, when it counts, and which words come with it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from grader.model import Text
from grader.words import text

# Where a word of a finding has to stand.
# here: in that line or just below it; code: anywhere in the answer; asked: in the stub; key: in either; numpy: among its
# names; line: the number of one.
Place = Literal["here", "code", "asked", "key", "numpy", "lazy", "line"]
When = Literal["cause", "fact", "cause if raised, else fact", "only if raised"]


class Raised(NamedTuple):
    """The exception that a slip brings about.

    Attributes:
        types: pattern of its type.
        said: pattern of its text, in which `{name}` stands for a word of the finding.
        elsewhere: whether another line than the slip's may raise it.
    """

    types: str
    said: str
    elsewhere: bool = False


class Kind(NamedTuple):
    """One kind of slip.

    Attributes:
        words: what comes with it, by name: where each has to stand.
        title: what it is called where no answer is looked at: in a class's list.
        when: whether it is always a cause or a fact; or a cause if it `raised`, and otherwise a fact, or else nothing.
    """

    words: dict[str, Place]
    title: Text
    said: Text
    hint: Text
    when: When
    raised: Raised | None = None


_OR_FACT: When = "cause if raised, else fact"
ONLY_RAISED: When = "only if raised"

KINDS = {
    "name-near": Kind({"found": "here", "wanted": "asked"}, text("a definition's name is misspelt"),
        text("{place}, line {line} defines {found}; {wanted} is asked for."),
        text("The name has to be spelt as in the stub, small and capital letters, too."), "cause"),
    "method-outside": Kind({"found": "here", "wanted": "asked"}, text("a method stands outside its class"),
        text("{place}, line {line} defines {found} outside the class {wanted}; indent it, so that it belongs to it."),
        text("All methods of a class stand one step further in than the line that begins with class."), "cause"),
    "method-inside-method": Kind({"found": "here", "outer": "code"}, text("a method stands inside another one"),
        text("{place}, line {line}: {found} is defined inside {outer}, so the class has no method {found}."),
        text("Its line with def belongs as far to the left as those of the other methods."), "cause"),
    "init-near": Kind({"found": "here"}, text("__init__ is misspelt"),
        text("{place}, line {line} defines {found}; what Python calls when an object is made is __init__."),
        text("Two underscores before the word init, and two after it."), "cause"),
    "self-not-there": Kind({"found": "here"}, text("self is missing among the parameters"),
        text("{place}, line {line}: {found} is a method, and self is not among its parameters."),
        text("The first parameter of a method is the object: def {found}(self, ...)."), "cause"),
    "local-not-kept": Kind({"name": "here"}, text("a local variable where an attribute is meant"),
        text("{place}, line {line}: {name} is a local variable, which is gone after the call; no line of the method sets self.{name}."),
        text("What is to stay in the object needs self: self.{name} = ..."), "cause"),
    "attribute-near-asked": Kind({"found": "here", "wanted": "asked"}, text("an attribute's name is misspelt"),
        text("{place}, line {line} sets self.{found}; self.{wanted} is asked for."),
        text("The name has to be spelt as in the stub, small and capital letters, too."), "cause"),
    "assigned-without-self": Kind({"name": "here", "there": "line"}, text("an attribute is assigned without self."),
        text("{place}, line {line} assigns {name}, not self.{name}; {there} reads self.{name}, and nothing sets it."),
        text("What is to stay in the object needs self: self.{name} = ..."), _OR_FACT, Raised("AttributeError", "attribute '{name}'", elsewhere=True)),
    "attribute-near": Kind({"name": "here", "like": "code", "there": "line"}, text("an attribute's name is misspelt"),
        text("{place}, line {line} uses self.{name}, which nothing sets; {there} has {like}."),
        text("Is {like} meant?"), _OR_FACT, Raised("AttributeError", "attribute '{name}'")),
    "function-not-of-self": Kind({"name": "here"}, text("self. before a function of the file"),
        text("{place}, line {line} uses self.{name}; {name} is a function of the file and not of the object."),
        text("Call it without self: {name}(...)"), _OR_FACT, Raised("AttributeError", "attribute '{name}'")),
    "self-before-name": Kind({"name": "here"}, text("self. is missing before an attribute"),
        text("{place}, line {line} uses {name}, which is no variable there; the object has self.{name}."),
        text("Write self.{name}."), _OR_FACT, Raised("NameError", "name '{name}' is not defined")),
    "numpy-not-imported": Kind({"name": "here"}, text("numpy is not imported"),
        text("{place}, line {line} uses {name}, and no line imports numpy."),
        text("Write at the top of the file: import numpy as np"), _OR_FACT, Raised("NameError", "name '{name}' is not defined")),
    "helper-deleted": Kind({"name": "here"}, text("a function that the stub gives is gone"),
        text("{place}, line {line} uses {name}, which the stub defines and this file does not."),
        text("Take the definition of {name} over from the stub again."), _OR_FACT, Raised("NameError", "name '{name}' is not defined")),
    "unbound-near": Kind({"name": "here", "like": "code"}, text("a variable's name is misspelt"),
        text("{place}, line {line} uses {name}, which nothing defines; {like} is defined."),
        text("Is {like} meant?"), _OR_FACT, Raised("NameError", "name '{name}' is not defined")),
    "numpy-near": Kind({"name": "here", "like": "numpy"}, text("a name of numpy is misspelt"),
        text("{place}, line {line}: numpy has no {name}; it has {like}."),
        text("Is {like} meant?"), _OR_FACT, Raised("AttributeError", "attribute '{name}'")),
    "numpy-lacks": Kind({"name": "here"}, text("a name that numpy does not have"),
        text("{place}, line {line}: numpy has no {name}."),
        text("Look how numpy calls it, or write the function yourself."), _OR_FACT, Raised("AttributeError", "attribute '{name}'")),
    "array-lacks": Kind({"name": "here"}, text("a function of numpy is called as a method"),
        text("{place}, line {line}: {name} is a function of numpy and no method of arrays."),
        text("Write np.{name}(...)."), ONLY_RAISED, Raised("AttributeError", "^'numpy.ndarray' object has no attribute '{name}'")),
    "array-near": Kind({"name": "here", "like": "numpy"}, text("an array's method is misspelt"),
        text("{place}, line {line}: an array has no .{name}; it has .{like}."),
        text("Is {like} meant?"), ONLY_RAISED, Raised("AttributeError", "^'numpy.ndarray' object has no attribute '{name}'")),
    "key-near": Kind({"name": "here", "like": "key"}, text("a key is misspelt"),
        text("{place}, line {line} asks for the key {name}, which is put in nowhere; elsewhere it is {like}."),
        text("Is {like} meant?"), ONLY_RAISED, Raised("KeyError", "^'{name}'$")),
    "defined-twice": Kind({"name": "here", "there": "line"}, text("a name is defined twice"),
        text("{place}, line {line} defines {name}, and so does {there}; the one that counts is that of {there}."),
        text("Delete the one that is not meant, or give it its right name."), "fact"),
    "stub-below": Kind({"name": "here", "there": "line"}, text("the stub stands below the answer"),
        text("{place}, line {line}: the stub's {name} stands below yours ({there}) and takes its place."),
        text("Delete the one with NotImplementedError."), "cause"),
    "stub-left-above": Kind({"name": "code"}, text("raise NotImplementedError was left in"),
        text("{place}, line {line}: raise NotImplementedError still stands above the code of {name}, so nothing below it runs."),
        text("Delete the line with NotImplementedError."), "cause"),
    "stub-left-below": Kind({"name": "code"}, text("raise NotImplementedError was left in"),
        text("{place}, line {line}: raise NotImplementedError still stands below the code of {name} and stops it."),
        text("Delete the line with NotImplementedError."), _OR_FACT, Raised("NotImplementedError", "")),
    "return-in-loop": Kind({"there": "line"}, text("return stands inside the loop"),
        text("{place}, line {line}: this return ends the loop of {there} in its first round."),
        text("Does it belong below the loop, further to the left?"), "cause"),
    "below-return": Kind({"there": "line"}, text("code stands below a return"),
        text("{place}, line {line} never runs: the return in {there} stands before it."),
        text("What comes after a return, in the same block, is never reached."), "fact"),
    "no-return": Kind({"name": "here"}, text("nothing is returned"),
        text("{place}, line {line}: {name} returns nothing (None), whatever happens: no line of it returns a value."),
        text("What is worked out has to be handed back: return ..."), "cause"),
    "print-for-return": Kind({"name": "code"}, text("print in place of return"),
        text("{place}, line {line} prints, and {name} returns nothing (None): what is printed cannot be used by who calls it."),
        text("Write return in place of print."), "cause"),
    "returns-lazy": Kind({"kind": "lazy"}, text("a generator, map or the like is returned"),
        text("{place}, line {line} returns a {kind}: not the values, but something that gives them once, when it is gone through."),
        text("np.array([...]) or a list holds the values themselves."), "fact"),
    "used-up": Kind({"name": "here", "there": "line"}, text("a generator is gone through twice"),
        text("{place}, line {line}: {name} gives its values only once, and {there} has gone through them; here none are left."),
        text("Make a list of it first: {name} = list(...)"), "cause"),
    "comparison-alone": Kind({}, text("== in place of ="),
        text("{place}, line {line} compares (==) and makes nothing of it; no value changes."),
        text("= assigns, == compares."), "cause"),
    "not-assigned": Kind({}, text("a new value is kept nowhere"),
        text("{place}, line {line} works out a new value and keeps it nowhere."),
        text("Assign it to a name, or return it; what it was made of stays as it is."), "cause"),
    "thrown-away": Kind({}, text("a new value is kept nowhere"),
        text("{place}, line {line} works out a new value and keeps it nowhere."),
        text("Assign it to a name, or return it; what it was made of stays as it is."), "fact"),
    "none-kept": Kind({"name": "here"}, text("the None of a method that works in place is kept"),
        text("{place}, line {line}: .{name}(...) changes something in place and gives None, and the None is kept here."),
        text("Call it on a line by itself, and use what it has changed."), "cause"),
    "power-as-xor": Kind({}, text("^ in place of **"),
        text("{place}, line {line}: in Python ^ is the exclusive or of integers, and no power."),
        text("A power is **, as in x ** 2."), _OR_FACT, Raised("TypeError|UFuncTypeError|_UFuncNoLoopError", r"\^|bitwise_xor")),
    "not-called": Kind({"name": "here"}, text("a function is not called: its brackets are missing"),
        text("{place}, line {line} uses {name}, a function, without calling it: the brackets are missing."),
        text("Write {name}(...)."), _OR_FACT, Raised("TypeError|UFuncTypeError|_UFuncNoLoopError", "function|method|ufunc|Object")),
    "calls-itself": Kind({"name": "here"}, text("a function calls itself without end"),
        text("{place}, line {line}: {name} calls itself here, and never comes to an end."),
        text("If another function of this name is meant: one of the two needs another name."), ONLY_RAISED, Raised("RecursionError", "", elsewhere=True)),
    "shadowed": Kind({"name": "here", "there": "line"}, text("a function's name is given to a value"),
        text("{place}, line {line} calls {name}; in this function that is no function any more, for {there} gives the name to a value."),
        text("Give the value another name."), ONLY_RAISED, Raised("TypeError|UnboundLocalError", "not callable|variable '{name}'")),
    "attribute-over-method": Kind({"name": "here"}, text("an attribute takes a method's name"),
        text("{place}, line {line} puts a value into self.{name}, and {name} is a method: from then on self.{name} is that value."),
        text("Give the attribute another name."), _OR_FACT, Raised("TypeError", "not callable", elsewhere=True)),
    "parameter-order": Kind({"own": "code", "asked": "asked"}, text("the parameters stand in another order"),
        text("{place}, line {line} takes ({own}); the order that is asked for is ({asked})."),
        text("Arguments are told apart by their order: take over the line of the stub."), "cause"),
    "parameter-name": Kind({"own": "code", "asked": "asked"}, text("a parameter has another name"),
        text("{place}, line {line}: the parameter {own} is called {asked} in the stub, and is given by that name."),
        text("Take over the line of the stub."), ONLY_RAISED, Raised("TypeError", "unexpected keyword argument '{asked}'", elsewhere=True)),
    "argument-overwritten": Kind({"name": "here"}, text("an argument is overwritten before it is read"),
        text("{place}, line {line} gives {name} a new value before anything has read the argument."),
        text("The values to work with come as arguments; that line takes them away."), "cause"),
    "global-for-argument": Kind({"name": "here", "argument": "asked", "there": "line"}, text("a global variable in place of an argument"),
        text("{place}, line {line} uses {name}, a global variable ({there}); the argument {argument} is used nowhere."),
        text("What a function works with comes as its arguments: is {argument} meant?"), "cause"),
    "global-for-misspelt": Kind({"name": "here", "there": "line"}, text("a global variable in place of an argument"),
        text("{place}, line {line} uses {name}, a global variable ({there}): the function has no argument of that name."),
        text("Compare the names in the first line of the function with the stub's."), "cause"),
    "global-for-own": Kind({"name": "here", "there": "line"}, text("a global variable in place of the object's own"),
        text("{place}, line {line} uses {name}, a global variable ({there}), and not the {name} that the object was made with."),
        text("Where does the object keep its own {name}?"), "cause"),
    "shared-default": Kind({"name": "here"}, text("a mutable default is shared by all calls"),
        text("{place}, line {line}: the default of {name} is made once, and all calls share and change it."),
        text("Write {name}=None, and make a new one in the function."), "fact"),
    "shared-attribute": Kind({"name": "here"}, text("a mutable attribute of the class is shared by all objects"),
        text("{place}, line {line}: {name} belongs to the class, and all its objects share and change it."),
        text("Make it in __init__: self.{name} = ..."), "fact"),
    "fixed-size": Kind({"shape": "here"}, text("a size is written into the code"),
        text("{place}, line {line}: the size {shape} stands in the code as numbers; arrays of other sizes come as well."),
        text("x.shape gives the sizes of what comes in."), "fact"),
}  # fmt: skip
