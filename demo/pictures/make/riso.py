"""A tiny risograph: scenes are drawn as SVG in *ink coverages*, not colours.

A fill such as "a7b2" means "70 % of ink a and 20 % of ink b" ("p" is bare
paper).  Up to four inks (a, b, c, d) become four grey plates; every plate gets
a little grain and a small registration shift, and the inks are multiplied onto
the paper, as in a real press.  Everything is seeded by the picture's name.
"""
import contextlib, io, math, random, re, subprocess, zlib
import numpy as np
from PIL import Image, ImageFilter

W, H = 1280, 853
PAPER = (246, 238, 222)
INKS = {
    'ink': (28, 33, 56), 'navy': (36, 54, 104), 'plum': (84, 46, 98), 'forest': (32, 88, 68),
    'teal': (26, 128, 130), 'sky': (112, 178, 204), 'mint': (140, 200, 170), 'leaf': (98, 152, 74),
    'coral': (236, 86, 62), 'red': (206, 48, 48), 'rose': (242, 142, 142), 'clay': (176, 88, 54),
    'gold': (247, 184, 62), 'lemon': (250, 216, 96), 'violet': (122, 104, 184), 'grey': (140, 148, 160),
    'umber': (96, 58, 44), 'peach': (250, 184, 140),
}
# (grain, JPEG quality) tried in turn until a file is small enough
STEPS = ((1, 78), (.8, 76), (.65, 75), (.5, 74), (.38, 73), (.25, 72), (.12, 72), (0, 70), (0, 62), (0, 54), (0, 46))
EVEN = ((.45, 62), (.36, 58), (.28, 55), (.22, 53), (.17, 52), (.13, 52), (.09, 52), (.05, 52), (0, 54), (0, 48), (0, 42), (0, 36))


def n(v):
    return f'{v:.1f}'.rstrip('0').rstrip('.') if isinstance(v, float) else str(v)


class Pic:
    def __init__(self, name, inks):
        self.name, self.inks = name, inks.split()
        self.rng = random.Random(name)
        self.out, self.defs, self.ids = [], [], 0
        self.steps, self.spread = STEPS, 0

    # -- paint -----------------------------------------------------------
    def fill(self, f):
        """A coverage string, or a gradient: ('v'|'h'|'r'|'d', stop, stop, ...)."""
        if isinstance(f, str):
            return f if f == 'none' or f.startswith('url') else '{%s}' % f
        self.ids += 1
        kind, stops = f[0], f[1:]
        ss = ''
        for i, s in enumerate(stops):
            c, o = s if isinstance(s, tuple) else (s, i / (len(stops) - 1))
            ss += f'<stop offset="{o:.3f}" stop-color="{{{c}}}"/>'
        if kind == 'r':
            d = f'<radialGradient id="g{self.ids}">{ss}</radialGradient>'
        else:
            v = {'v': 'x2="0" y2="1"', 'h': 'x2="1" y2="0"', 'd': 'x2="1" y2="1"'}[kind]
            d = f'<linearGradient id="g{self.ids}" x1="0" y1="0" {v}>{ss}</linearGradient>'
        self.defs.append(d)
        return f'url(#g{self.ids})'

    def add(self, s):
        self.out.append(s)

    def rect(self, x, y, w, h, f, r=0):
        self.add(f'<rect x="{n(x)}" y="{n(y)}" width="{n(w)}" height="{n(h)}" rx="{r}" fill="{self.fill(f)}"/>')

    def circ(self, x, y, r, f):
        self.add(f'<circle cx="{n(x)}" cy="{n(y)}" r="{n(r)}" fill="{self.fill(f)}"/>')

    def ring(self, x, y, r, c, w):
        self.add(f'<circle cx="{n(x)}" cy="{n(y)}" r="{n(r)}" fill="none" stroke="{self.fill(c)}" stroke-width="{w}"/>')

    def ell(self, x, y, rx, ry, f, rot=0):
        t = f' transform="rotate({n(rot)} {n(x)} {n(y)})"' if rot else ''
        self.add(f'<ellipse cx="{n(x)}" cy="{n(y)}" rx="{n(rx)}" ry="{n(ry)}" fill="{self.fill(f)}"{t}/>')

    def poly(self, pts, f):
        self.add('<polygon points="%s" fill="%s"/>' % (' '.join(f'{x:.1f},{y:.1f}' for x, y in pts), self.fill(f)))

    def path(self, d, f='none', c=None, w=2):
        st = f' stroke="{self.fill(c)}" stroke-width="{w}" stroke-linecap="round" stroke-linejoin="round"' if c else ''
        self.add(f'<path d="{d}" fill="{self.fill(f)}"{st}/>')

    def line(self, pts, c, w=2, cap='round'):
        self.add('<polyline points="%s" fill="none" stroke="%s" stroke-width="%s" stroke-linecap="%s" stroke-linejoin="round"/>'
                 % (' '.join(f'{x:.1f},{y:.1f}' for x, y in pts), self.fill(c), n(w), cap))

    def curve(self, pts, c, w=2):
        self.path(smooth(pts), 'none', c, w)

    def blob(self, pts, f):
        self.path(smooth(pts, True), f)

    @contextlib.contextmanager
    def g(self, t='', over=False, clip=None, op=1):
        """Group: transform, overprint (adds ink instead of replacing), clip path data."""
        a = f' transform="{t}"' if t else ''
        if clip:
            self.ids += 1
            self.defs.append(f'<clipPath id="k{self.ids}"><path d="{clip}"/></clipPath>')
            a += f' clip-path="url(#k{self.ids})"'
        if over:
            a += ' style="mix-blend-mode:screen"'
        if op != 1:
            a += f' opacity="{op}"'
        self.add(f'<g{a}>')
        yield self
        self.add('</g>')

    # -- press -----------------------------------------------------------
    def svg(self, plates):
        def cov(m):
            v = dict.fromkeys('abcd', 0.0)
            for k, t in re.findall(r'([abcd])(\d*)', m.group(1)):
                v[k] = float('0.' + t) if t else 1.0
            return 'rgb(%d,%d,%d)' % tuple(round(255 * v[k]) for k in plates)
        body = f'<defs>{"".join(self.defs)}</defs><rect width="{W}" height="{H}" fill="{{p}}"/>' + ''.join(self.out)
        return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{W}" height="{H}" viewBox="0 0 {W} {H}">'
                + re.sub(r'\{([pabcd\d]+)\}', cov, body) + '</svg>')

    def plate(self, plates):
        png = subprocess.run(['rsvg-convert', '-f', 'png'], input=self.svg(plates).encode(), stdout=subprocess.PIPE, check=True).stdout
        im = Image.open(io.BytesIO(png)).convert('RGB')
        if self.spread:
            im = im.filter(ImageFilter.GaussianBlur(self.spread))
        return np.asarray(im, dtype=np.float32) / 255

    def press(self, grain=1.0):
        rs = np.random.RandomState(zlib.crc32(self.name.encode()))
        cov = list(np.moveaxis(self.plate('abc'), 2, 0))
        if len(self.inks) > 3:
            cov.append(self.plate('ddd')[:, :, 0])
        img = np.ones((H, W, 3), np.float32) * (np.array(PAPER, np.float32) / 255)
        shifts = [(0, 0), (1, 1), (-1, 1), (1, -1)]
        for c, ink, sh in zip(cov, self.inks, shifts):
            c = np.roll(c, sh, (0, 1))
            noise = soft(rs, 0.9) * 0.75 + soft(rs, 2.2) * 0.45
            c = c + grain * noise * (0.62 * c * (1 - c) + 0.018 * (c > 0.04))
            c = np.clip(c, 0, 1)[:, :, None]
            img *= 1 - c * (1 - np.array(INKS[ink], np.float32) / 255)
        return Image.fromarray((np.clip(img, 0, 1) * 255 + 0.5).astype(np.uint8))

    def save(self, path, limit=74_000):
        """Highest grain and quality that keep the file small."""
        for grain, q in self.steps:
            b = io.BytesIO()
            self.press(grain).save(b, 'JPEG', quality=q, progressive=True, optimize=True, subsampling='4:2:0')
            if b.tell() <= limit:
                break
        with open(path, 'wb') as f:
            f.write(b.getvalue())
        return b.tell(), grain, q


def soft(rs, sigma):
    """Blurred noise with unit deviation."""
    a = Image.fromarray(rs.randint(0, 256, (H, W), dtype=np.uint8)).filter(ImageFilter.GaussianBlur(sigma))
    a = np.asarray(a, np.float32)
    return (a - a.mean()) / a.std()


def smooth(pts, closed=False):
    """Catmull-Rom spline through points, as SVG path data."""
    p = list(pts)
    q = [p[-1]] + p + [p[0], p[1]] if closed else [p[0]] + p + [p[-1]]
    d = f'M{p[0][0]:.1f},{p[0][1]:.1f}'
    for i in range(1, len(q) - 2):
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = q[i - 1:i + 3]
        d += f'C{x1+(x2-x0)/6:.1f},{y1+(y2-y0)/6:.1f} {x2-(x3-x1)/6:.1f},{y2-(y3-y1)/6:.1f} {x2:.1f},{y2:.1f}'
    return d + ('Z' if closed else '')


def closed(pts):
    return 'M' + 'L'.join(f'{x:.1f},{y:.1f}' for x, y in pts) + 'Z'
