"""What a check calls `lab`: an implementation, driven in ordinary Python, wherever it lives.

`Lab` and `Remote` turn attribute access and calls into the operations of `sandbox/inside/interpreter.py`.
Behind them is a function that carries out one request: a worker's socket for a student's answer, an
interpreter in this process for references and mistakes. So the same check means the same on all of them:

- *Copies*: arguments and results travel as copies. What an answer does to its arguments reaches no object of the
  check: a check that compares with its own array compares with what it drew, and a second call gets what the first
  one got. Were it otherwise, an answer could rewrite what it is measured by. Where the contract changes an argument
  in place, the check asks for it, `lab.after(params)`, and gets one more copy.
- *Pipelining*: constructing an object, making a generator and setting an attribute wait for the next operation
  whose result is needed, and travel with it.
- *Handles*: what cannot travel (a layer, a function, an iterator) stays where it is, and the check holds a
  `Remote`: call it, iterate over it, hand it over.

A proxy never resolves names from replies, never compares or computes remotely, and raises only the
exceptions below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np

from grader.checks.calls import Came, Step, Verb, step
from grader.checks.itself import gap
from grader.checks.reply import left, read_reply
from grader.errors import AnswerError, AuthorError, Fault
from grader.sandbox.inside import wire

Exchange = Callable[[bytes], bytes]
MOST_PARTS, DEEPEST = 100, 2  # of a result, to be known when they are handed back


class Call(NamedTuple):
    """One step of a scenario, for the trace. `result` is an Opaque for what stays in the worker."""

    label: str
    result: Any
    changed: bool = False
    target: int = 0


class Trace:
    """
    Attributes:
        calls: in order.
        story: everything that was done, with its arguments, in order.
        results: what came of it, by its place in the story, where something did.
        warnings: text and line of what Python or numpy warned about in the answer's own lines.
        by_itself: whether the answer was held against itself; is_trivial: and gave there what is always equal to itself.
    """

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.story: list[Step] = []
        self.results: dict[int, Any] = {}
        self.warnings: dict[tuple[str, int], None] = {}
        self.by_itself = self.is_trivial = False

    @property
    def steps(self) -> list[Step]:
        """The calls and constructions with their arguments, in order."""
        return [one for one in self.story if one.verb in ("new", "call", "beside")]

    @property
    def changed(self) -> list[str]:
        """Labels of the calls that changed an argument in place, each once."""
        return list(dict.fromkeys(call.label for call in self.calls if call.changed))


class Lab:
    """The implementation under check: `lab.sigmoid(x)`, `lab.Affine(W, b)`."""

    def __init__(
        self,
        exchange: Exchange,
        classes: dict[str, frozenset[str]],
        parameters: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
    ) -> None:
        """`classes`: the method names of each class that the exercise defines; `parameters`: their names in the stub, by
        what is called (`f`, `Layer`, `Layer.forward`)."""
        self._conversation = Conversation(exchange, frozenset().union(*classes.values()), parameters)
        self._classes = classes

    def rng(self, seed: int) -> Remote:
        """`numpy.random.default_rng(seed)` beside the implementation: whoever is given it draws on from where it is."""
        return self._conversation.generator(int(seed))

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("_"):
            raise AttributeError(name)
        conversation = self._conversation
        if name in self._classes:
            return lambda *args, **kwargs: conversation.construct(name, args, kwargs)
        return lambda *args, **kwargs: conversation.call(0, "", name, args, kwargs)

    def beside(self, function: Shipped, *args: Any) -> Any:
        """`function(*args)` beside the implementation: for what must be done to its objects and not to copies of them,
        e.g. `net.params["b1"] += step`."""
        return self._conversation.beside(function, args)

    def after(self, argument: Any) -> Any:
        """What the latest call left of `argument`, an array, list or dict that it was handed; `argument` stays as it is.

        The answer may have written anything into it: it is to be compared, like a result, and nothing with it.
        """
        return self._conversation.after(argument)

    def gap(self, result: Any, own: Any) -> Any:
        """How `result` differs from `own`, what the same answer gives by itself (`checks/itself.py`): 0 where they agree. The
        result of a check that asks whether calls disturb each other."""
        trace = self._conversation.trace
        trace.by_itself = True
        return gap(result, own, trace.steps)


class Remote:
    """An object that stays with the implementation."""

    __slots__ = ("_conversation", "_number", "_shown", "_type_name")
    __hash__ = None  # type: ignore[assignment]  # equality of remote objects means nothing here

    def __init__(self, conversation: Conversation, number: int, type_name: str, shown: str = "") -> None:
        object.__setattr__(self, "_conversation", conversation)
        object.__setattr__(self, "_number", number)
        object.__setattr__(self, "_type_name", type_name)
        object.__setattr__(self, "_shown", shown or f"<{type_name} in the worker>")

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        conversation: Conversation = self._conversation
        if name in conversation.methods:
            return lambda *args, **kwargs: conversation.call(self._number, self._type_name, name, args, kwargs)
        return conversation.get(self._number, self._type_name, name)

    def __setattr__(self, name: str, value: Any) -> None:
        self._conversation.set(self._number, name, value)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._conversation.call(self._number, self._type_name, "__call__", args, kwargs)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._conversation.items(self._number, self._type_name))

    def __eq__(self, other: object) -> bool:
        raise AuthorError(f"a check compared a {self._type_name} that lives in the worker")

    def __bool__(self) -> bool:
        raise AuthorError(f"a check used a {self._type_name} that lives in the worker as a truth value")

    def __array__(self, *_: Any, **__: Any) -> Any:
        # Reached when a check computes with what should have been an array: the answer returned something else.
        raise AnswerError("exception", "TypeError", f"{self._type_name} is not an array or a number", None)

    def __repr__(self) -> str:
        return str(self._shown)


class Shipped:
    """A function given to an answer as an argument. Its source is public and runs beside the answer.

    Attributes:
        calls: after a call that was given it, the points at which the answer evaluated it, in order.
    """

    def __init__(self, function: Callable[..., Any], source: str, constants: dict[str, Any]) -> None:
        self._function = function
        self.name = function.__name__
        self.source = source
        self.constants = constants
        self.calls: list[Any] = []

    def bind(self, **constants: Any) -> Shipped:
        """The same function with these global constants, e.g. coefficients that were drawn."""
        return Shipped(self._function, self.source, {**self.constants, **constants})

    def __repr__(self) -> str:
        return self.name

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Evaluate it here, in the grader, e.g. to work out what to expect."""
        namespace: dict[str, Any] = {"np": np, **self.constants}
        exec(compile(self.source, f"<{self.name}>", "exec"), namespace)
        return namespace[self.name](*args, **kwargs)


class Conversation:
    """The conversation with one implementation: numbers its objects, queues what can wait."""

    def __init__(self, exchange: Exchange, methods: frozenset[str], parameters: Mapping[str, tuple[str, ...]]) -> None:
        self.exchange = exchange
        self.methods = methods
        self.parameters = parameters
        self.trace = Trace()
        self._handed: list[Any] = []  # the arrays, lists and dicts of the latest call and of what waited for it
        self._changes: list[tuple[Any, Any]] = []  # which of them the answer changed, each with what it is now
        self._waiting: list[tuple[Any, ...]] = []
        self._last_handle = 0
        self._origins: dict[int, tuple[Any, Came]] = {}  # results, and what is in them, by `id`
        self._latest: Sequence[Any] = ()  # arguments of the latest call

    def construct(self, name: str, args: Any, kwargs: Any) -> Remote:
        handle = self._new_handle()
        self._tell("new", name, args, kwargs, handle=handle)
        self._waiting.append(("new", name, handle, args, kwargs, self.parameters.get(name, ())))
        return Remote(self, handle, name)

    def generator(self, seed: int) -> Remote:
        handle = self._new_handle()
        self._tell("rng", "default_rng", (seed,), handle=handle)
        self._waiting.append(("rng", handle, seed))
        return Remote(self, handle, "Generator", f"np.random.default_rng({seed})")

    def set(self, target: int, name: str, value: Any) -> None:
        self._tell("set", name, (value,), target=target)
        self._waiting.append(("set", target, name, value))

    def call(self, target: int, owner: str, name: str, args: Any, kwargs: Any) -> Any:
        label, handle = f"{owner}.{name}" if owner else name, self._new_handle()
        self._tell("call", name, args, kwargs, label, target, handle)
        return self._ask(label, ("call", target, name, handle, args, kwargs, self.parameters.get(label, ())))

    def beside(self, function: Shipped, args: Any) -> Any:
        handle = self._new_handle()
        self._tell("beside", function.name, args, handle=handle, function=function)
        return self._ask(function.name, ("beside", 0, function, handle, args))

    def get(self, target: int, owner: str, name: str) -> Any:
        handle = self._new_handle()
        self._tell("get", name, target=target, handle=handle)
        return self._ask(f"{owner}.{name}", ("get", target, name, handle))

    def items(self, target: int, owner: str) -> Any:
        """All that an object of the implementation yields, as a list."""
        handle = self._new_handle()
        self._tell("items", "list", target=target, handle=handle)
        return self._ask(f"list({owner})", ("items", target, "", handle))

    def after(self, argument: Any) -> Any:
        self.flush()
        if not any(value is argument for value in self._handed):
            raise AuthorError(
                "lab.after wants an array, list or dict that the latest call was handed, itself and no copy"
            )
        try:
            now = left(argument, self._changes)
        except wire.WireError as error:
            raise Fault("protocol", str(error)) from None
        place = next((place for place, value in enumerate(self._latest) if value is argument), None)
        handle = self._new_handle()
        self._tell("after", "after", (place,), handle=handle)
        self.trace.results[len(self.trace.story) - 1] = now
        self._remember(now, Came(handle))
        return now

    def flush(self) -> None:
        """Carry out what still waits; a constructor's failure shows at the latest here."""
        if self._waiting:
            self._exchange()

    def _new_handle(self) -> int:
        self._last_handle += 1
        return self._last_handle

    def _tell(
        self,
        verb: Verb,
        name: str,
        args: Any = (),
        kwargs: Any = MappingProxyType({}),
        label: str = "",
        target: int = 0,
        handle: int = 0,
        function: Shipped | None = None,
    ) -> None:
        if verb in ("call", "beside"):
            self._latest = (*args, *kwargs.values())
        self.trace.story.append(
            step(
                label or name,
                args,
                kwargs,
                self._origin,
                verb=verb,
                target=target,
                name=name,
                handle=handle,
                function=function,
            )
        )

    def _origin(self, value: Any) -> Came | None:
        if isinstance(value, Remote):
            return Came(value._number)
        return self._origins[id(value)][1] if id(value) in self._origins else None

    def _remember(self, value: Any, came: Came) -> None:
        """Where an array or what holds some came from. They live as long as the conversation, so no other gets their `id`."""
        if isinstance(value, (np.ndarray, list, tuple, dict)):
            self._origins[id(value)] = (value, came)
        if type(value) in (list, tuple, dict) and len(value) <= MOST_PARTS and len(came.path) < DEEPEST:
            for key, item in value.items() if type(value) is dict else enumerate(value):
                self._remember(item, Came(came.handle, (*came.path, key)))

    def _ask(self, label: str, operation: tuple[Any, ...]) -> Any:
        self._waiting.append(operation)
        outcome, changed = self._exchange()
        if outcome[0] == "handle":
            result: Any = Remote(self, operation[3], outcome[1])
            self.trace.calls.append(Call(label, wire.Opaque(outcome[1]), changed, operation[1]))
        else:
            result = outcome[1]
            self.trace.calls.append(Call(label, result, changed, operation[1]))
            self.trace.results[len(self.trace.story) - 1] = result
            self._remember(result, Came(operation[3]))
        return result

    def _exchange(self) -> tuple[tuple[Any, ...], bool]:
        operations, self._waiting = self._waiting, []
        mutables: list[Any] = []
        functions: list[Shipped] = []
        encoder = wire.Encoder(mutables)
        # Apart: what the first of them does to an argument, the second does not get.
        encoder.write_apart(tuple(_outgoing(operation, functions) for operation in operations))
        reply = self.exchange(encoder.data())
        try:
            outcomes, changes, warnings = read_reply(reply, mutables)
        except wire.WireError as error:
            raise Fault("protocol", str(error)) from None
        self.trace.warnings.update(dict.fromkeys(warnings))
        if not outcomes or len(outcomes) > len(operations):
            raise Fault("protocol", "a reply of the wrong length")
        for outcome in outcomes:
            if outcome[0] == "error":
                raise AnswerError(*outcome[1:])
        if len(outcomes) != len(operations):
            raise Fault("protocol", "a reply of the wrong length")
        if any(operation[0] not in ("get", "items") for operation in operations):  # a look at a result is no call
            self._handed, self._changes = mutables, changes
        for function in functions:
            function.calls = [point for outcome in outcomes for point in outcome[2]]
        return outcomes[-1], bool(changes)


def _outgoing(value: Any, functions: list[Shipped]) -> Any:
    """`value` with proxies and functions as what travels for them; containers stay themselves if they can."""
    if isinstance(value, Remote):
        return wire.Handle(value._number, "")
    if isinstance(value, Shipped):
        functions.append(value)
        return wire.Function(value.name, value.source, value.constants)
    if callable(value) and not isinstance(value, np.generic):
        raise AuthorError(f"{value!r} cannot travel: mark the function with @shipped")
    if type(value) is tuple:
        return tuple(_outgoing(item, functions) for item in value)
    if type(value) is list and any(isinstance(item, (Remote, Shipped)) for item in value):
        return [_outgoing(item, functions) for item in value]
    if type(value) is dict and any(isinstance(item, (Remote, Shipped)) for item in value.values()):
        return {key: _outgoing(item, functions) for key, item in value.items()}
    return value
