"""A sheet for charts, maps and portraits: SVG in colours, printed through rsvg-convert."""
import io, subprocess
from PIL import Image

PAPER, INK, RED, TEAL, GREY, PALE, GOLD = '#fbf7ef', '#22283a', '#c8452f', '#2a7f83', '#9aa0ab', '#e6dfd0', '#e0a93b'


class Sheet:
    def __init__(self, w=1280, h=853, paper=PAPER):
        self.w, self.h, self.out, self.defs = w, h, [], []
        self.rect(0, 0, w, h, paper)

    def add(self, s):
        self.out.append(s)

    def rect(self, x, y, w, h, f, r=0, more=''):
        self.add(f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" rx="{r}" fill="{f}" {more}/>')

    def circ(self, x, y, r, f, c='none', w=0, more=''):
        self.add(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{r}" fill="{f}" stroke="{c}" stroke-width="{w}" {more}/>')

    def path(self, d, f='none', c='none', w=0, more=''):
        self.add(f'<path d="{d}" fill="{f}" stroke="{c}" stroke-width="{w}" stroke-linecap="round" stroke-linejoin="round" {more}/>')

    def line(self, pts, c=INK, w=3, more=''):
        self.path('M' + 'L'.join(f'{x:.1f},{y:.1f}' for x, y in pts), 'none', c, w, more)

    def text(self, x, y, s, size=40, c=INK, anchor='start', bold=False, halo=None):
        style = f'font-family="DejaVu Sans Condensed" font-size="{size}" text-anchor="{anchor}"' + (' font-weight="bold"' if bold else '')
        if halo:
            self.add(f'<text x="{x:.1f}" y="{y:.1f}" {style} fill="{halo}" stroke="{halo}" stroke-width="9" stroke-linejoin="round">{s}</text>')
        self.add(f'<text x="{x:.1f}" y="{y:.1f}" {style} fill="{c}">{s}</text>')

    def title(self, s, sub=None):
        self.text(50, 82, s, 52, bold=True)
        if sub:
            self.text(50, 136, sub, 38, '#5a6070')

    def image(self):
        svg = (f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.w}" height="{self.h}" viewBox="0 0 {self.w} {self.h}">'
               f'<defs>{"".join(self.defs)}</defs>{"".join(self.out)}</svg>')
        png = subprocess.run(['rsvg-convert', '-f', 'png'], input=svg.encode(), stdout=subprocess.PIPE, check=True).stdout
        return Image.open(io.BytesIO(png)).convert('RGB')


def comma(v, d=1):
    return f'{v:.{d}f}'.replace('.', ',')
