"""Counts what an action costs, whatever the machine: the bytecodes that Python runs for it."""

import sys


def steps(action, *, besides=()):
    """Run an action and return how many bytecodes it took, those of some functions not counted."""
    count = 0
    uncounted = {function.__code__ for function in besides}

    def trace(frame, event, _argument):
        nonlocal count
        if frame.f_code in uncounted:
            return None
        frame.f_trace_opcodes = True
        count += event == "opcode"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        action()
    finally:
        sys.settrace(before)
    return count
