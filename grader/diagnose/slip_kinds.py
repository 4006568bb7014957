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
    "name-near": Kind(words={"found": "here", "wanted": "asked"}, title=text("a definition's name is misspelt"),
        said=text("{place}, line {line} defines {found}; {wanted} is asked for."),
        hint=text("The name has to be spelt as in the stub, small and capital letters, too."), when="cause"),
    "method-outside": Kind(words={"found": "here", "wanted": "asked"}, title=text("a method stands outside its class"),
        said=text("{place}, line {line} defines {found} outside the class {wanted}; indent it, so that it belongs to it."),
        hint=text("All methods of a class stand one step further in than the line that begins with class."), when="cause"),
    "method-inside-method": Kind(words={"found": "here", "outer": "code"}, title=text("a method stands inside another one"),
        said=text("{place}, line {line}: {found} is defined inside {outer}, so the class has no method {found}."),
        hint=text("Its line with def belongs as far to the left as those of the other methods."), when="cause"),
    "init-near": Kind(words={"found": "here"}, title=text("__init__ is misspelt"),
        said=text("{place}, line {line} defines {found}; what Python calls when an object is made is __init__."),
        hint=text("Two underscores before the word init, and two after it."), when="cause"),
    "self-not-there": Kind(words={"found": "here"}, title=text("self is missing among the parameters"),
        said=text("{place}, line {line}: {found} is a method, and self is not among its parameters."),
        hint=text("The first parameter of a method is the object: def {found}(self, ...)."), when="cause"),
    "local-not-kept": Kind(words={"name": "here"}, title=text("a local variable where an attribute is meant"),
        said=text("{place}, line {line}: {name} is a local variable, which is gone after the call; no line of the method sets self.{name}."),
        hint=text("What is to stay in the object needs self: self.{name} = ..."), when="cause"),
    "attribute-near-asked": Kind(words={"found": "here", "wanted": "asked"}, title=text("an attribute's name is misspelt"),
        said=text("{place}, line {line} sets self.{found}; self.{wanted} is asked for."),
        hint=text("The name has to be spelt as in the stub, small and capital letters, too."), when="cause"),
    "assigned-without-self": Kind(words={"name": "here", "there": "line"}, title=text("an attribute is assigned without self."),
        said=text("{place}, line {line} assigns {name}, not self.{name}; {there} reads self.{name}, and nothing sets it."),
        hint=text("What is to stay in the object needs self: self.{name} = ..."), when=_OR_FACT, raised=Raised("AttributeError", "attribute '{name}'", elsewhere=True)),
    "attribute-near": Kind(words={"name": "here", "like": "code", "there": "line"}, title=text("an attribute's name is misspelt"),
        said=text("{place}, line {line} uses self.{name}, which nothing sets; {there} has {like}."),
        hint=text("Is {like} meant?"), when=_OR_FACT, raised=Raised("AttributeError", "attribute '{name}'")),
    "function-not-of-self": Kind(words={"name": "here"}, title=text("self. before a function of the file"),
        said=text("{place}, line {line} uses self.{name}; {name} is a function of the file and not of the object."),
        hint=text("Call it without self: {name}(...)"), when=_OR_FACT, raised=Raised("AttributeError", "attribute '{name}'")),
    "self-before-name": Kind(words={"name": "here"}, title=text("self. is missing before an attribute"),
        said=text("{place}, line {line} uses {name}, which is no variable there; the object has self.{name}."),
        hint=text("Write self.{name}."), when=_OR_FACT, raised=Raised("NameError", "name '{name}' is not defined")),
    "numpy-not-imported": Kind(words={"name": "here"}, title=text("numpy is not imported"),
        said=text("{place}, line {line} uses {name}, and no line imports numpy."),
        hint=text("Write at the top of the file: import numpy as np"), when=_OR_FACT, raised=Raised("NameError", "name '{name}' is not defined")),
    "helper-deleted": Kind(words={"name": "here"}, title=text("a function that the stub gives is gone"),
        said=text("{place}, line {line} uses {name}, which the stub defines and this file does not."),
        hint=text("Take the definition of {name} over from the stub again."), when=_OR_FACT, raised=Raised("NameError", "name '{name}' is not defined")),
    "unbound-near": Kind(words={"name": "here", "like": "code"}, title=text("a variable's name is misspelt"),
        said=text("{place}, line {line} uses {name}, which nothing defines; {like} is defined."),
        hint=text("Is {like} meant?"), when=_OR_FACT, raised=Raised("NameError", "name '{name}' is not defined")),
    "numpy-near": Kind(words={"name": "here", "like": "numpy"}, title=text("a name of numpy is misspelt"),
        said=text("{place}, line {line}: numpy has no {name}; it has {like}."),
        hint=text("Is {like} meant?"), when=_OR_FACT, raised=Raised("AttributeError", "attribute '{name}'")),
    "numpy-lacks": Kind(words={"name": "here"}, title=text("a name that numpy does not have"),
        said=text("{place}, line {line}: numpy has no {name}."),
        hint=text("Look how numpy calls it, or write the function yourself."), when=_OR_FACT, raised=Raised("AttributeError", "attribute '{name}'")),
    "array-lacks": Kind(words={"name": "here"}, title=text("a function of numpy is called as a method"),
        said=text("{place}, line {line}: {name} is a function of numpy and no method of arrays."),
        hint=text("Write np.{name}(...)."), when=ONLY_RAISED, raised=Raised("AttributeError", "^'numpy.ndarray' object has no attribute '{name}'")),
    "array-near": Kind(words={"name": "here", "like": "numpy"}, title=text("an array's method is misspelt"),
        said=text("{place}, line {line}: an array has no .{name}; it has .{like}."),
        hint=text("Is {like} meant?"), when=ONLY_RAISED, raised=Raised("AttributeError", "^'numpy.ndarray' object has no attribute '{name}'")),
    "key-near": Kind(words={"name": "here", "like": "key"}, title=text("a key is misspelt"),
        said=text("{place}, line {line} asks for the key {name}, which is put in nowhere; elsewhere it is {like}."),
        hint=text("Is {like} meant?"), when=ONLY_RAISED, raised=Raised("KeyError", "^'{name}'$")),
    "defined-twice": Kind(words={"name": "here", "there": "line"}, title=text("a name is defined twice"),
        said=text("{place}, line {line} defines {name}, and so does {there}; the one that counts is that of {there}."),
        hint=text("Delete the one that is not meant, or give it its right name."), when="fact"),
    "stub-below": Kind(words={"name": "here", "there": "line"}, title=text("the stub stands below the answer"),
        said=text("{place}, line {line}: the stub's {name} stands below yours ({there}) and takes its place."),
        hint=text("Delete the one with NotImplementedError."), when="cause"),
    "stub-left-above": Kind(words={"name": "code"}, title=text("raise NotImplementedError was left in"),
        said=text("{place}, line {line}: raise NotImplementedError still stands above the code of {name}, so nothing below it runs."),
        hint=text("Delete the line with NotImplementedError."), when="cause"),
    "stub-left-below": Kind(words={"name": "code"}, title=text("raise NotImplementedError was left in"),
        said=text("{place}, line {line}: raise NotImplementedError still stands below the code of {name} and stops it."),
        hint=text("Delete the line with NotImplementedError."), when=_OR_FACT, raised=Raised("NotImplementedError", "")),
    "return-in-loop": Kind(words={"there": "line"}, title=text("return stands inside the loop"),
        said=text("{place}, line {line}: this return ends the loop of {there} in its first round."),
        hint=text("Does it belong below the loop, further to the left?"), when="cause"),
    "below-return": Kind(words={"there": "line"}, title=text("code stands below a return"),
        said=text("{place}, line {line} never runs: the return in {there} stands before it."),
        hint=text("What comes after a return, in the same block, is never reached."), when="fact"),
    "no-return": Kind(words={"name": "here"}, title=text("nothing is returned"),
        said=text("{place}, line {line}: {name} returns nothing (None), whatever happens: no line of it returns a value."),
        hint=text("What is worked out has to be handed back: return ..."), when="cause"),
    "print-for-return": Kind(words={"name": "code"}, title=text("print in place of return"),
        said=text("{place}, line {line} prints, and {name} returns nothing (None): what is printed cannot be used by who calls it."),
        hint=text("Write return in place of print."), when="cause"),
    "returns-lazy": Kind(words={"kind": "lazy"}, title=text("a generator, map or the like is returned"),
        said=text("{place}, line {line} returns a {kind}: not the values, but something that gives them once, when it is gone through."),
        hint=text("np.array([...]) or a list holds the values themselves."), when="fact"),
    "used-up": Kind(words={"name": "here", "there": "line"}, title=text("a generator is gone through twice"),
        said=text("{place}, line {line}: {name} gives its values only once, and {there} has gone through them; here none are left."),
        hint=text("Make a list of it first: {name} = list(...)"), when="cause"),
    "comparison-alone": Kind(words={}, title=text("== in place of ="),
        said=text("{place}, line {line} compares (==) and makes nothing of it; no value changes."),
        hint=text("= assigns, == compares."), when="cause"),
    "not-assigned": Kind(words={}, title=text("a new value is kept nowhere"),
        said=text("{place}, line {line} works out a new value and keeps it nowhere."),
        hint=text("Assign it to a name, or return it; what it was made of stays as it is."), when="cause"),
    "thrown-away": Kind(words={}, title=text("a new value is kept nowhere"),
        said=text("{place}, line {line} works out a new value and keeps it nowhere."),
        hint=text("Assign it to a name, or return it; what it was made of stays as it is."), when="fact"),
    "none-kept": Kind(words={"name": "here"}, title=text("the None of a method that works in place is kept"),
        said=text("{place}, line {line}: .{name}(...) changes something in place and gives None, and the None is kept here."),
        hint=text("Call it on a line by itself, and use what it has changed."), when="cause"),
    "power-as-xor": Kind(words={}, title=text("^ in place of **"),
        said=text("{place}, line {line}: in Python ^ is the exclusive or of integers, and no power."),
        hint=text("A power is **, as in x ** 2."), when=_OR_FACT, raised=Raised("TypeError|UFuncTypeError|_UFuncNoLoopError", r"\^|bitwise_xor")),
    "not-called": Kind(words={"name": "here"}, title=text("a function is not called: its brackets are missing"),
        said=text("{place}, line {line} uses {name}, a function, without calling it: the brackets are missing."),
        hint=text("Write {name}(...)."), when=_OR_FACT, raised=Raised("TypeError|UFuncTypeError|_UFuncNoLoopError", "function|method|ufunc|Object")),
    "calls-itself": Kind(words={"name": "here"}, title=text("a function calls itself without end"),
        said=text("{place}, line {line}: {name} calls itself here, and never comes to an end."),
        hint=text("If another function of this name is meant: one of the two needs another name."), when=ONLY_RAISED, raised=Raised("RecursionError", "", elsewhere=True)),
    "shadowed": Kind(words={"name": "here", "there": "line"}, title=text("a function's name is given to a value"),
        said=text("{place}, line {line} calls {name}; in this function that is no function any more, for {there} gives the name to a value."),
        hint=text("Give the value another name."), when=ONLY_RAISED, raised=Raised("TypeError|UnboundLocalError", "not callable|variable '{name}'")),
    "attribute-over-method": Kind(words={"name": "here"}, title=text("an attribute takes a method's name"),
        said=text("{place}, line {line} puts a value into self.{name}, and {name} is a method: from then on self.{name} is that value."),
        hint=text("Give the attribute another name."), when=_OR_FACT, raised=Raised("TypeError", "not callable", elsewhere=True)),
    "parameter-order": Kind(words={"own": "code", "asked": "asked"}, title=text("the parameters stand in another order"),
        said=text("{place}, line {line} takes ({own}); the order that is asked for is ({asked})."),
        hint=text("Arguments are told apart by their order: take over the line of the stub."), when="cause"),
    "parameter-name": Kind(words={"own": "code", "asked": "asked"}, title=text("a parameter has another name"),
        said=text("{place}, line {line}: the parameter {own} is called {asked} in the stub, and is given by that name."),
        hint=text("Take over the line of the stub."), when=ONLY_RAISED, raised=Raised("TypeError", "unexpected keyword argument '{asked}'", elsewhere=True)),
    "argument-overwritten": Kind(words={"name": "here"}, title=text("an argument is overwritten before it is read"),
        said=text("{place}, line {line} gives {name} a new value before anything has read the argument."),
        hint=text("The values to work with come as arguments; that line takes them away."), when="cause"),
    "global-for-argument": Kind(words={"name": "here", "argument": "asked", "there": "line"}, title=text("a global variable in place of an argument"),
        said=text("{place}, line {line} uses {name}, a global variable ({there}); the argument {argument} is used nowhere."),
        hint=text("What a function works with comes as its arguments: is {argument} meant?"), when="cause"),
    "global-for-misspelt": Kind(words={"name": "here", "there": "line"}, title=text("a global variable in place of an argument"),
        said=text("{place}, line {line} uses {name}, a global variable ({there}): the function has no argument of that name."),
        hint=text("Compare the names in the first line of the function with the stub's."), when="cause"),
    "global-for-own": Kind(words={"name": "here", "there": "line"}, title=text("a global variable in place of the object's own"),
        said=text("{place}, line {line} uses {name}, a global variable ({there}), and not the {name} that the object was made with."),
        hint=text("Where does the object keep its own {name}?"), when="cause"),
    "shared-default": Kind(words={"name": "here"}, title=text("a mutable default is shared by all calls"),
        said=text("{place}, line {line}: the default of {name} is made once, and all calls share and change it."),
        hint=text("Write {name}=None, and make a new one in the function."), when="fact"),
    "shared-attribute": Kind(words={"name": "here"}, title=text("a mutable attribute of the class is shared by all objects"),
        said=text("{place}, line {line}: {name} belongs to the class, and all its objects share and change it."),
        hint=text("Make it in __init__: self.{name} = ..."), when="fact"),
    "fixed-size": Kind(words={"shape": "here"}, title=text("a size is written into the code"),
        said=text("{place}, line {line}: the size {shape} stands in the code as numbers; arrays of other sizes come as well."),
        hint=text("x.shape gives the sizes of what comes in."), when="fact"),
}  # fmt: skip
