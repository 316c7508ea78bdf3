"""Motifs shared by the scenes: skies, ridges, water, trees, people, houses."""
import math
from riso import W, H, smooth


def sky(p, *stops, y=H):
    p.rect(0, 0, W, y, ('v',) + stops)


def ridge(p, y, amp, f, base=H, step=80, sharp=False, x0=-40, x1=W + 40, slope=0):
    """A range of hills: smooth, or sharp with facets."""
    r, pts, x = p.rng, [], x0
    while x <= x1:
        pts.append((x, y + slope * (x - x0) / (x1 - x0) - amp * r.random()))
        x += step * r.uniform(.75, 1.25)
    pts.append((x1, y + slope - amp * r.random()))
    d = ('M' + 'L'.join(f'{a:.1f},{b:.1f}' for a, b in pts)) if sharp else smooth(pts)
    p.path(d + f'L{x1},{base}L{x0},{base}Z', f)
    return pts


def peak(p, x, y, w, h, f, shade=None, lean=.5):
    """One mountain with a shaded flank."""
    base = y + h
    p.path(f'M{x-w/2},{base}C{x-w*.25},{base-h*.25} {x-w*.1},{y+h*.15} {x-w*.03},{y}L{x+w*.03},{y}'
           f'C{x+w*.1},{y+h*.15} {x+w*.25},{base-h*.25} {x+w/2},{base}Z', f)
    if shade:
        p.path(f'M{x+w*.005},{y}L{x+w*.03},{y}C{x+w*.1},{y+h*.15} {x+w*.25},{base-h*.25} {x+w/2},{base}L{x+w*.1},{base}'
               f'C{x+w*.06},{base-h*.3} {x-w*.03},{base-h*.6} {x+w*.005},{y}Z', shade)


def cloud(p, x, y, w, f, rows=3):
    """Flat stacked bars with round ends."""
    h = w * .09
    for i in range(rows):
        ww = w * (1 - .25 * abs(i - 1)) * p.rng.uniform(.75, 1)
        p.rect(x - ww / 2 + p.rng.uniform(-.14, .14) * w, y + i * h * .92, ww, h, f, r=round(h / 2))


def puffs(p, x, y, w, f, k=7):
    """A rounded cumulus with a flat base."""
    with p.g(clip=f'M{x-w},{y-w}H{x+w}V{y}H{x-w}Z'):
        for i in range(k):
            t = (i + .5) / k
            r = w * (.1 + .15 * math.sin(math.pi * t)) * p.rng.uniform(.85, 1.15)
            p.circ(x - w / 2 + w * t, y - r * .45, r, f)


def glints(p, y0, y1, f, k=60, x0=0, x1=W, big=1.0):
    """Lens-shaped strokes on water; longer and thicker near the viewer."""
    for i in range(k):
        t = p.rng.random() ** .8
        y = y0 + (y1 - y0) * t
        l = (12 + 90 * t) * p.rng.uniform(.5, 1.3) * big
        h = (.8 + 3.6 * t) * big
        x = p.rng.uniform(x0, x1)
        p.path(f'M{x-l:.0f},{y:.1f}Q{x:.0f},{y-h:.1f} {x+l:.0f},{y:.1f}Q{x:.0f},{y+h:.1f} {x-l:.0f},{y:.1f}Z', f)


def sunpath(p, x, y0, y1, w0, w1, f, k=16):
    """The broken reflection of a light on water."""
    for i in range(k):
        t = (i + .4) / k
        y = y0 + (y1 - y0) * t ** 1.35
        l = (w0 + (w1 - w0) * t) * p.rng.uniform(.55, 1)
        h = 1.2 + 6 * t
        xx = x + p.rng.uniform(-.18, .18) * l
        p.path(f'M{xx-l:.0f},{y:.1f}Q{xx:.0f},{y-h:.1f} {xx+l:.0f},{y:.1f}Q{xx:.0f},{y+h:.1f} {xx-l:.0f},{y:.1f}Z', f)


def birds(p, x, y, f, k=5, s=14):
    for i in range(k):
        a, b, z = x + p.rng.uniform(-5, 5) * s, y + p.rng.uniform(-2, 2) * s, s * p.rng.uniform(.6, 1.1)
        p.path(f'M{a-z:.0f},{b-z*.4:.0f}Q{a-z*.4:.0f},{b-z*.6:.0f} {a:.0f},{b:.0f}Q{a+z*.4:.0f},{b-z*.6:.0f} {a+z:.0f},{b-z*.4:.0f}', 'none', f, 2.5)


def person(p, x, y, h, f, head=None, kind='stand', d=1, hair=None, legs=None):
    """A faceless figure; (x, y) is between the feet, d its direction."""
    head, legs = head or f, legs or f
    hr = h * .078
    if kind == 'sit':                       # seated on a bench at about .27 h
        p.path(f'M{x-h*.11},{y-h*.24}Q{x-h*.13},{y-h*.62} {x},{y-h*.64}Q{x+d*h*.12},{y-h*.62} {x+d*h*.1},{y-h*.36}Z', f)
        p.line([(x, y - h * .28), (x + d * h * .2, y - h * .28), (x + d * h * .22, y - h * .02)], legs, h * .1)
        p.circ(x + d * h * .01, y - h * .74, hr, head)
        if hair: p.path(f'M{x-hr*1.1},{y-h*.73}A{hr*1.1},{hr*1.15} 0 0 1 {x+hr*1.1},{y-h*.76}Z', hair)
        return
    if kind == 'bust':                      # seen over a table
        p.path(f'M{x-h*.3},{y}C{x-h*.3},{y-h*.42} {x-h*.2},{y-h*.55} {x},{y-h*.58}C{x+h*.2},{y-h*.55} {x+h*.3},{y-h*.42} {x+h*.3},{y}Z', f)
        p.rect(x - h * .06, y - h * .68, h * .12, h * .15, head)
        p.ell(x, y - h * .79, h * .125, h * .155, head)
        if hair: p.path(f'M{x-h*.14},{y-h*.77}C{x-h*.16},{y-h*1.02} {x+h*.16},{y-h*1.02} {x+h*.14},{y-h*.77}C{x+h*.08},{y-h*.87} {x-h*.08},{y-h*.87} {x-h*.14},{y-h*.77}Z', hair)
        return
    st = {'stand': .05, 'walk': .13, 'run': .2}[kind]
    hip, sh = y - h * .46, y - h * .8
    if kind == 'run':
        p.line([(x, hip), (x + d * h * .2, hip + h * .12), (x + d * h * .14, y - h * .08)], legs, h * .085)
        p.line([(x, hip), (x - d * h * .06, hip + h * .22), (x - d * h * .27, y - h * .16)], legs, h * .085)
        p.line([(x + d * h * .05, sh + h * .05), (x - d * h * .13, sh + h * .2), (x - d * h * .03, sh + h * .32)], f, h * .06)
        p.line([(x, hip), (x + d * h * .06, sh + h * .06)], f, h * .15)
        p.line([(x + d * h * .06, sh + h * .05), (x + d * h * .16, sh + h * .2), (x + d * h * .28, sh + h * .12)], head, h * .055)
        p.circ(x + d * h * .1, sh - h * .1, hr, head)
        if hair: p.path(f'M{x+d*h*.1-hr*1.1},{sh-h*.09}A{hr*1.1},{hr*1.15} 0 0 1 {x+d*h*.1+hr*1.1},{sh-h*.12}Z', hair)
        return
    p.line([(x - h * .03, hip), (x - h * st, y)], legs, h * .08)
    p.line([(x + h * .03, hip), (x + h * st, y)], legs, h * .08)
    p.path(f'M{x-h*.085},{hip+h*.06}L{x-h*.11},{sh+h*.05}Q{x-h*.1},{sh} {x},{sh-h*.01}Q{x+h*.1},{sh} {x+h*.11},{sh+h*.05}L{x+h*.085},{hip+h*.06}Z', f)
    p.line([(x - h * .1, sh + h * .06), (x - h * .13, sh + h * .22), (x - h * .1, hip + h * .03)], f, h * .055)
    p.line([(x + h * .1, sh + h * .06), (x + h * .13, sh + h * .22), (x + h * .1, hip + h * .03)], f, h * .055)
    p.circ(x, y - h * .9, hr, head)
    if hair: p.path(f'M{x-hr*1.1},{y-h*.89}A{hr*1.1},{hr*1.15} 0 0 1 {x+hr*1.1},{y-h*.89}Z', hair)


def palm(p, x, y, h, f, lean=.15, g=None):
    g = g or f
    tx, ty = x + lean * h, y - h
    p.path(f'M{x-h*.03},{y}Q{x+lean*h*.2},{y-h*.55} {tx-h*.012},{ty}L{tx+h*.012},{ty}Q{x+lean*h*.2+h*.05},{y-h*.5} {x+h*.03},{y}Z', f)
    for a in (-172, -145, -112, -72, -38, -10, 18, 160):
        a = math.radians(a + p.rng.uniform(-8, 8))
        l = h * p.rng.uniform(.32, .42)
        ex, ey = tx + math.cos(a) * l, ty + math.sin(a) * l * .62 + l * .36
        mx, my = tx + math.cos(a) * l * .55, ty + math.sin(a) * l * .75 - l * .1
        p.path(f'M{tx:.1f},{ty:.1f}Q{mx:.1f},{my-l*.1:.1f} {ex:.1f},{ey:.1f}Q{mx:.1f},{my+l*.16:.1f} {tx:.1f},{ty:.1f}Z', g)


def tree(p, x, y, h, f, trunk=None, shade=None):
    """A round-crowned tree."""
    p.rect(x - h * .035, y - h * .5, h * .07, h * .5, trunk or f)
    for dx, dy, r in ((-.2, .58, .22), (.2, .6, .21), (0, .76, .26), (-.08, .5, .18), (.1, .5, .18)):
        p.circ(x + dx * h, y - dy * h, r * h, f)
    if shade:
        with p.g(over=True):
            for dx, dy, r in ((.22, .56, .17), (.08, .5, .16)):
                p.circ(x + dx * h, y - dy * h, r * h, shade)


def poplar(p, x, y, h, f):
    p.ell(x, y - h * .54, h * .14, h * .46, f)
    p.rect(x - h * .02, y - h * .2, h * .04, h * .2, f)


def windows(p, x, y, w, h, nx, ny, f, odds=1.0, gap=.4):
    cw, ch = w / nx, h / ny
    for i in range(nx):
        for j in range(ny):
            if p.rng.random() < odds:
                p.rect(x + (i + gap / 2) * cw, y + (j + gap / 2) * ch, cw * (1 - gap), ch * (1 - gap), f)


def tower(p, x, y, w, h, f, win=None, nx=4, ny=10, odds=.6, shade=None):
    """A city block standing on y."""
    p.rect(x, y - h, w, h, f)
    if shade: p.rect(x + w * .72, y - h, w * .28, h, shade)
    if win: windows(p, x + w * .06, y - h * .97, w * .88, h * .9, nx, ny, win, odds)


def skyline(p, y, hmin, hmax, f, wmin=34, wmax=90, win=None, odds=.3, x0=-20, x1=W + 20):
    x = x0
    while x < x1:
        w, h = p.rng.uniform(wmin, wmax), p.rng.uniform(hmin, hmax)
        tower(p, x, y, w, h, f, win, max(2, round(w / 16)), max(3, round(h / 22)), odds)
        if p.rng.random() < .25: p.rect(x + w * .4, y - h - 26, 4, 26, f)
        x += w + p.rng.uniform(-2, 8)


def tufts(p, y0, y1, f, k=60, s=1.0, x0=0, x1=W):
    for i in range(k):
        t = p.rng.random()
        x, y, z = p.rng.uniform(x0, x1), y0 + (y1 - y0) * t, (8 + 26 * t) * s
        for dx in (-.45, -.1, .3):
            p.path(f'M{x+dx*z*.4-z*.06:.1f},{y:.1f}Q{x+dx*z*.6:.1f},{y-z*.6:.1f} {x+dx*z*1.3:.1f},{y-z:.1f}Q{x+dx*z*.8+z*.1:.1f},{y-z*.5:.1f} {x+dx*z*.4+z*.1:.1f},{y:.1f}Z', f)


def stars(p, y1, f, k=120, y0=0):
    for i in range(k):
        p.circ(p.rng.uniform(0, W), p.rng.uniform(y0, y1), p.rng.choice((1.2, 1.6, 2.2, 3)), f)


def gable(p, x, y, w, h, wall, roof, door=None, over=.08, side=None):
    """A small house: wall, hip roof, door and windows."""
    p.rect(x, y - h * .55, w, h * .55, wall)
    if side: p.rect(x + w * .7, y - h * .55, w * .3, h * .55, side)
    p.poly([(x - w * over, y - h * .52), (x + w * .16, y - h), (x + w * .84, y - h), (x + w * (1 + over), y - h * .52)], roof)
    if door:
        p.rect(x + w * .42, y - h * .36, w * .16, h * .36, door)
        p.rect(x + w * .12, y - h * .38, w * .16, h * .18, door)
        p.rect(x + w * .72, y - h * .38, w * .16, h * .18, door)
