"""Counts what an action costs, whatever the machine: the bytecodes that Python runs for it."""

import sys


def steps(action):
    """Run an action and return how many bytecodes it took."""
    count = 0

    def trace(frame, event, _argument):
        nonlocal count
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
