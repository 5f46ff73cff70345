"""What passes and what fails as JUnit XML, for a server that shows test results."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from briefing.evaluation.baseline import UNPINNED, Baseline, missed
from briefing.evaluation.reports.groups import caveat
from briefing.evaluation.reports.sheet import moved
from briefing.evaluation.reports.untried import untried
from briefing.evaluation.results import CaseResult, Control, Evaluation

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 (section 2.2) has no way to write."""

_COUNTED = {"tests": "testcase", "failures": "failure", "errors": "error", "skipped": "skipped"}
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def junit(evaluation: Evaluation, baseline: Baseline = UNPINNED) -> str:
    """A test for every case and clean twin, every floor pinned on its suite, and every control.

    What could not be tried is a test that was skipped; a twin or a judge in error is one too, in error.
    """
    misses = {
        (m.suite, m.subject): m.detail + caveat(m.subject, evaluation.judge)
        for m in missed(evaluation, baseline)
    }
    root = Element("testsuites", name=_legal(f"briefing eval: {evaluation.model}"))
    for suite in evaluation.suites:
        tests = SubElement(root, "testsuite", name=_legal(suite))
        for name, case in evaluation.briefed:
            if case.suite == suite:
                _case(tests, name, case)
        pin = baseline.pin(suite, evaluation.model)
        for floor in ("digest", *pin.floors) if pin else ():
            _test(tests, f"{suite}.floors", floor, misses.get((suite, floor)))
    if evaluation.controls:
        _controls(SubElement(root, "testsuite", name="controls"), evaluation.controls)
    if evaluation.failures:
        _failures(SubElement(root, "testsuite", name="trials"), evaluation.failures)
    if lacking := untried(evaluation):
        _skipped(SubElement(root, "testsuite", name="untried"), lacking)
    for tests in (*root, root):
        _count(tests)
    indent(root)
    return _HEAD + tostring(root, encoding="unicode") + "\n"


def _case(tests: Element, name: str, case: CaseResult) -> None:
    test = _test(tests, f"{case.suite}.cases", name)
    if "seconds" in case.scores and (seconds := case.scores["seconds"].value) is not None:
        test.set("time", f"{seconds:.3f}")
    if case.error:
        _in_error(test, case.error)


def _controls(tests: Element, controls: Iterable[Control]) -> None:
    for control in controls:
        failure = None if control.behaves else moved(control)
        _test(tests, "controls", f"{control.name}: {control.score}", failure)


def _failures(tests: Element, failures: Iterable[tuple[str, str]]) -> None:
    for name, error in failures:
        _in_error(_test(tests, "trials", name), error)


def _in_error(test: Element, error: str) -> None:
    SubElement(test, "error", message=_legal(error))


def _skipped(tests: Element, lacking: Mapping[str, str]) -> None:
    for trial, why in lacking.items():
        SubElement(_test(tests, "untried", trial), "skipped", message=_legal(why))


def _test(tests: Element, group: str, name: str, failure: str | None = None) -> Element:
    test = SubElement(tests, "testcase", classname=_legal(group), name=_legal(name))
    if failure is not None:
        SubElement(test, "failure", message=_legal(failure))
    return test


def _count(tests: Element) -> None:
    for attribute, tag in _COUNTED.items():
        tests.set(attribute, str(sum(1 for _ in tests.iter(tag))))


def _legal(text: str) -> str:
    return _ILLEGAL.sub("", text)
