"""The little of Jinja that a frame may use, judged on the syntax tree before anything is compiled.

A frame comes from an office, so it is not a program: it prints the variables it is given, leaves a paragraph out,
repeats one for each line. All else (attributes, calls, arithmetic, other filters, macros, includes) is refused. What
is allowed cannot run long: no loop in a loop, no text that grows.
"""

from collections.abc import Iterator

from jinja2 import nodes

from vanban.model.zones import BODY, BY_LINES


def refusals(tree: nodes.Template) -> Iterator[str]:
    """What in `tree` a frame may not do, in a clerk's words."""
    for node in tree.body:
        yield from _statement(node, in_loop=False)


def names(tree: nodes.Template) -> set[str]:
    """The variables that `tree` reads."""
    return {node.name for node in tree.find_all(nodes.Name) if node.ctx == "load"}


def loop_names(tree: nodes.Template) -> set[str]:
    """The variables that its loops make."""
    return {node.name for node in tree.find_all(nodes.Name) if node.ctx == "store"}


def _statement(node: nodes.Node, *, in_loop: bool) -> Iterator[str]:
    match node:
        case nodes.Output():
            for part in node.nodes:
                yield from _printed(part, in_loop=in_loop)
        case nodes.If():
            yield from _condition(node.test)
            for inner in (*node.body, *node.elif_, *node.else_):
                yield from _statement(inner, in_loop=in_loop)
        case nodes.For(target=nodes.Name(), iter=nodes.Name(name=lines), else_=[], test=None, recursive=False):
            if in_loop:
                yield "Không lặp trong một vòng lặp khác."
            elif lines not in BY_LINES:
                yield f"Chỉ lặp được theo dòng của {', '.join(BY_LINES)}."
            else:
                for inner in node.body:
                    yield from _statement(inner, in_loop=True)
        case nodes.For():
            yield "Vòng lặp chỉ viết được theo lối {% for dong in can_cu %}."
        case _:
            yield "Khung trang chỉ dùng if, elif, else, endif, for, endfor."


def _printed(node: nodes.Node, *, in_loop: bool = False) -> Iterator[str]:
    """What may stand where text is printed."""
    match node:
        case nodes.TemplateData() | nodes.Const(value=str()):
            pass
        case nodes.Name(name=name):
            if name in BY_LINES:
                yield f"{name} gồm nhiều dòng; in từng dòng bằng {{%p for dong in {name} %}}."
            elif name == BODY and in_loop:
                yield f"{BODY} không đứng trong vòng lặp."
        case nodes.Concat():
            for part in node.nodes:
                yield from _printed(part)
        case nodes.CondExpr(test=test, expr1=first, expr2=nodes.Node() as second):
            yield from _condition(test)
            yield from _printed(first)
            yield from _printed(second)
        case nodes.Getitem(node=nodes.Name(name=name), arg=nodes.Const(value=int())) if name in BY_LINES:
            pass
        case nodes.Filter(name="replace", args=[old, new], kwargs=[], dyn_args=None, dyn_kwargs=None, node=inner) if \
                inner is not None and _is_letter(old) and _is_letter(new):
            yield from _printed(inner)
        case _:
            yield "Khung trang chỉ in biến có tên, không tính toán, không gọi hàm."


def _condition(node: nodes.Node) -> Iterator[str]:
    """What may stand where something is asked."""
    match node:
        case nodes.Name() | nodes.Const(value=str() | int()):
            pass
        case nodes.Not(node=inner):
            yield from _condition(inner)
        case nodes.And(left=left, right=right) | nodes.Or(left=left, right=right):
            yield from _condition(left)
            yield from _condition(right)
        case nodes.Compare(expr=expr, ops=ops):
            for each in (expr, *(operand.expr for operand in ops)):
                yield from _condition(each)
        case nodes.Filter(name="length", node=nodes.Name()):
            pass
        case nodes.Filter(name="length", node=nodes.Concat() as inner):
            yield from _printed(inner)
        case _:
            yield "Điều kiện chỉ so sánh biến với chữ hoặc số, nối bằng and, or, not."


def _is_letter(node: nodes.Node) -> bool:
    """One letter, or one of two by a condition: what takes its place makes no text longer."""
    match node:
        case nodes.Const(value=str(text)):
            return len(text) == 1
        case nodes.CondExpr(test=test, expr1=first, expr2=nodes.Node() as second):
            return not any(_condition(test)) and _is_letter(first) and _is_letter(second)
        case _:
            return False
