"""Shared by the foreign and national scenes."""
from riso import EVEN


def even(scenes):
    """Print these with a little ink spread and an even, light grain."""
    def wrap(draw):
        def f(p):
            p.steps, p.spread = EVEN, .45
            draw(p)
        return f
    return {k: (inks, wrap(draw)) for k, (inks, draw) in scenes.items()}
