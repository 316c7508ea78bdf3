"""Foreign news: talks, avenues, borders, seas.  The other half is in scenes_dunia2."""
import math
from riso import W, H, smooth, closed
from kit import sky, ridge, cloud, puffs, glints, sunpath, birds, poplar, tufts, stars
from kit_dunia import even
import scenes_dunia2


def delegate(p, x, y, h, d, suit, arm, skin, hair, shirt, tie):
    """Seated at a table, seen from the side, looking towards d."""
    X, Y = (lambda t: x + d * h * t), (lambda t: y - h * t)
    p.path(f'M{X(-.44)},{Y(0)}L{X(-.4)},{Y(.52)}Q{X(-.38)},{Y(.6)} {X(-.24)},{Y(.58)}L{X(-.2)},{Y(0)}Z', tie)
    p.path(f'M{X(-.32)},{Y(0)}C{X(-.38)},{Y(.4)} {X(-.34)},{Y(.62)} {X(-.1)},{Y(.68)}L{X(.06)},{Y(.66)}'
           f'C{X(.2)},{Y(.56)} {X(.22)},{Y(.4)} {X(.2)},{Y(0)}Z', suit)
    p.poly([(X(-.03), Y(.7)), (X(.1), Y(.68)), (X(.19), Y(.4)), (X(.06), Y(.58))], shirt)
    p.poly([(X(.09), Y(.62)), (X(.13), Y(.61)), (X(.19), Y(.42)), (X(.15), Y(.38))], tie)
    p.line([(X(-.14), Y(.5)), (X(.02), Y(.2)), (X(.36), Y(.19))], arm, h * .15)
    p.line([(X(.41), Y(.19)), (X(.45), Y(.19))], shirt, h * .1)
    p.ell(X(.5), Y(.19), h * .07, h * .05, skin)
    p.rect(min(X(-.08), X(.06)), Y(.76), h * .14, h * .1, skin)
    p.ell(X(.03), Y(.85), h * .12, h * .15, skin)
    p.poly([(X(.13), Y(.9)), (X(.18), Y(.82)), (X(.12), Y(.8))], skin)
    p.path(f'M{X(.13)},{Y(.93)}C{X(.12)},{Y(1.04)} {X(-.12)},{Y(1.05)} {X(-.12)},{Y(.86)}L{X(-.1)},{Y(.76)}H{X(-.06)}L{X(-.04)},{Y(.87)}Q{X(.04)},{Y(.94)} {X(.13)},{Y(.93)}Z', hair)
    p.ell(X(-.035), Y(.84), h * .022, h * .034, skin)


def perundingan(p):                        # a ink, b teal, c gold, d coral
    p.rect(0, 0, W, H, ('v', 'b6c3', 'b4c3', 'b2c2'))
    for i in range(-3, 4):                 # panelled wall
        p.rect(640 + i * 210 - 88, 40, 176, 300, 'b75c3' if i % 2 else 'b3c4')
        p.rect(640 + i * 210 - 74, 54, 148, 272, 'b65c3' if i % 2 else 'b2c3')
    p.rect(0, 360, W, 500, 'b75c2a5')
    p.rect(0, 352, W, 12, 'c8b2')
    for x, d in ((545, -1), (735, 1)):     # two flags, abstract
        p.rect(x - 5, 36, 10, 420, 'c9d1a2'); p.circ(x, 32, 13, 'c9')
        cl = (f'M{x},56C{x+d*60},30 {x+d*110},86 {x+d*190},58C{x+d*214},120 {x+d*186},190 {x+d*204},262'
              f'C{x+d*130},290 {x+d*70},234 {x},262Z')
        p.path(cl, 'p')
        with p.g(clip=cl):
            if d < 0:
                p.path(f'M{x},122C{x-60},96 {x-110},152 {x-240},118V0H{x}Z', 'a8'); p.path(f'M{x},192C{x-70},166 {x-130},222 {x-240},190V420H{x}Z', 'c9d1')
            else:
                p.rect(x, 0, 260, 420, 'a8'); p.poly([(x, 0), (x, 420), (x + 120, 160)], 'c9'); p.circ(x + 132, 160, 34, 'p')
            for k in (46, 128):
                with p.g(over=True): p.path(f'M{x+d*k},20C{x+d*(k+24)},120 {x+d*(k-10)},200 {x+d*(k+14)},300L{x+d*(k+44)},300C{x+d*(k+24)},200 {x+d*(k+56)},120 {x+d*(k+34)},20Z', 'a15')
    p.poly([(510, 470), (770, 470), (1010, 870), (270, 870)], 'c75d3')
    p.poly([(555, 470), (725, 470), (860, 870), (420, 870)], 'c5d1')
    p.poly([(622, 470), (658, 470), (690, 870), (590, 870)], 'd9c2')
    for i, (y, h) in enumerate(((520, 190), (600, 265), (725, 370), (925, 520))):
        e = 480 - (y - 520) * .56
        for d in (1, -1):
            s = h / 370
            tx = 640 - d * (640 - e) * .5
            p.poly([(tx - 62 * s, y - 118 * s), (tx + 44 * s, y - 118 * s), (tx + 62 * s, y - 66 * s), (tx - 50 * s, y - 66 * s)], 'p')
            delegate(p, 640 - d * (640 - e + h * .1), y, h, d, 'a95', 'a75d1', 'd35c35' if (i + d) % 3 else 'd4c5a15', 'a9' if i != 2 else 'a35',
                     'p', 'd9c2' if d > 0 else 'c9d2')
    for y, s in ((470, .6), (560, .85), (690, 1.2)):  # carafes and flowers
        p.path(f'M{640-16*s},{y}Q{640-22*s},{y-30*s} {640-6*s},{y-44*s}V{y-60*s}H{640+6*s}V{y-44*s}Q{640+22*s},{y-30*s} {640+16*s},{y}Z', 'p')
        p.circ(640 - 14 * s, y - 66 * s, 15 * s, 'c9'); p.circ(640 + 13 * s, y - 70 * s, 16 * s, 'd5'); p.circ(640, y - 84 * s, 15 * s, 'p')


def arak(p):                               # a coral, b sky, c gold, d ink
    P = lambda X, Y, z: (640 + X / z, 322 + Y / z); p.spread = .6
    sky(p, 'b75', 'b45', 'b1c2', y=420)
    puffs(p, 660, 190, 420, 'p'); puffs(p, 420, 120, 260, 'p', 5)
    p.rect(0, 330, W, 540, 'b2c2'); ridge(p, 330, 60, 'b45c1', 420, 90)
    p.poly([(612, 400), (628, 170), (640, 130), (652, 170), (668, 400)], 'p'); p.poly([(640, 130), (652, 170), (668, 400), (640, 400)], 'a25b2'); p.circ(640, 124, 12, 'a9')
    tints = ['a3', 'c45', 'b35c1', 'a15c3', 'c2', 'a4c2', 'b5']
    zs = [9, 6.6, 4.9, 3.6, 2.65, 1.95, 1.4, 1.0, .7]
    for k in range(8):
        for d in (-1, 1):
            z1, z0 = zs[k], zs[k + 1] * 1.1
            t = tints[(k * 2 + (d > 0) * 3) % 7]; h = [900, 1250, 1000, 1500, 1050, 860, 980, 700][(k + (d > 0) * 3) % 8]
            xo, xf = d * 1020, d * 1650
            p.poly([P(xo, 590, z0), P(xo, -h, z0), P(xf, -h, z0), P(xf, 590, z0)], t)
            p.poly([P(xo, 590, z1), P(xo, -h, z1), P(xo, -h, z0), P(xo, 590, z0)], t + 'd2')
            for j in range(1, int((h + 480) / 165)):
                y = -h + j * 165 - 80
                p.poly([P(xo, y, z1), P(xo, y, z0), P(xo, y + 66, z0), P(xo, y + 66, z1)], 'd55b3')
                p.poly([P(xo + d * 60, y, z0), P(xf, y, z0), P(xf, y + 66, z0), P(xo + d * 60, y + 66, z0)], 'd3b3')
            p.poly([P(xo, -h - 40, z0), P(xo + d * 160, -h - 40, z0), P(xo + d * 160, -h, z0), P(xo, -h, z0)], t + 'd2')
    p.poly([P(-1020, 590, 9), P(1020, 590, 9), P(1020, 590, .6), P(-1020, 590, .6)], 'c35a15')
    for k in range(12):
        for d in (-1, 1): z = 7.5 * .84 ** k; x, y = P(d * 930, 590, z); poplar(p, x, y, 420 / z, 'b7d4c3')
    p.poly([P(-640, 590, 9), P(640, 590, 9), P(640, 590, .6), P(-640, 590, .6)], 'd3b2')
    for X in (-320, 320):
        for k in range(14):
            z = 6 / (1 + k * .45)
            p.poly([P(X - 9, 590, z), P(X + 9, 590, z), P(X + 9, 590, z * .87), P(X - 9, 590, z * .87)], 'p')
    r = p.rng
    for k in range(18):                    # the crowd, far to near
        z = 5.6 * .872 ** k
        for d in (-1, 1):
            for row in (1, 0):
                X = d * (700 + row * 110 + r.uniform(-22, 22)); x, y = P(X, 590 - row * 8, z); h = 205 / z * r.uniform(.9, 1.05)
                f = r.choice(['a8', 'a5', 'p', 'd8', 'c8', 'd9b2', 'b8d2'])
                p.path(f'M{x-h*.2:.1f},{y:.1f}Q{x-h*.19:.1f},{y-h*.74:.1f} {x:.1f},{y-h*.76:.1f}Q{x+h*.19:.1f},{y-h*.74:.1f} {x+h*.2:.1f},{y:.1f}Z', f)
                p.circ(x, y - h * .84, h * .115, 'd85')
                if r.random() < .5: p.circ(x - d * h * .22, y - h * (.95 + .2 * r.random()), h * .12, 'a9')
    for z, X in ((3.4, 0), (2.35, 0)):
        car(p, *P(X, 590, z), 460 / z)
    for X, z in ((-150, 1.75), (150, 1.75), (-250, 2.05), (250, 2.05)):
        x, y = P(X, 590, z); h = 190 / z
        p.rect(x - h * .09, y - h * .5, h * .18, h * .5, 'd9', 4); p.circ(x, y - h * .5, h * .12, 'c5'); p.ell(x, y - h * .66, h * .22, h * .26, 'p'); p.circ(x, y - h * .98, h * .14, 'p')
        p.rect(x - h * .13, y - h * 1.0, h * .26, h * .07, 'd8'); p.rect(x - h * .34, y - h * .6, h * .68, h * .06, 'd9')
    car(p, *P(0, 590, 1.45), 430 / 1.45)
    for i in range(12):
        x, y, s = r.uniform(380, 900), r.uniform(20, 280), r.uniform(6, 13)
        p.ell(x, y, s, s * 1.2, r.choice(['a9', 'a6', 'c9', 'b9d2'])); p.line([(x, y + s * 1.2), (x + 3, y + s * 2.6)], 'd5', 1.2)
    for x, y, s, f in ((170, 250, 40, 'a9'), (250, 330, 30, 'c9'), (1090, 280, 44, 'a9'), (1010, 215, 26, 'c9'), (330, 175, 24, 'p'), (940, 340, 20, 'a6')):
        p.ell(x, y, s, s * 1.2, f); p.curve([(x, y + s * 1.2), (x + 6, y + s * 1.9), (x - 4, y + s * 2.8)], 'd6', 2); p.ell(x - s * .35, y - s * .4, s * .16, s * .3, 'p', 25)


def car(p, x, y, w):                       # a black saloon seen from the front
    p.ell(x, y - w * .01, w * .56, w * .06, 'd6b3')
    p.rect(x - w * .46, y - w * .16, w * .16, w * .16, 'd', 6); p.rect(x + w * .3, y - w * .16, w * .16, w * .16, 'd', 6)
    p.path(f'M{x-w*.36},{y-w*.42}L{x-w*.26},{y-w*.66}Q{x},{y-w*.71} {x+w*.26},{y-w*.66}L{x+w*.36},{y-w*.42}Z', 'd95')
    p.poly([(x - w * .3, y - w * .43), (x - w * .22, y - w * .62), (x + w * .22, y - w * .62), (x + w * .3, y - w * .43)], 'b5d2')
    p.path(f'M{x-w*.5},{y-w*.08}V{y-w*.32}Q{x-w*.46},{y-w*.45} {x-w*.3},{y-w*.45}H{x+w*.3}Q{x+w*.46},{y-w*.45} {x+w*.5},{y-w*.32}V{y-w*.08}Z', 'd')
    p.rect(x - w * .16, y - w * .34, w * .32, w * .18, 'd35b2', 5)
    for i in range(5): p.rect(x - w * .14 + i * w * .06, y - w * .33, w * .02, w * .16, 'd9')
    p.ell(x - w * .34, y - w * .29, w * .09, w * .055, 'c3'); p.ell(x + w * .34, y - w * .29, w * .09, w * .055, 'c3')
    for d in (-1, 1):
        p.line([(x + d * w * .44, y - w * .4), (x + d * w * .44, y - w * .62)], 'd7', 2.5); p.poly([(x + d * w * .44, y - w * .62), (x + d * w * .58, y - w * .6), (x + d * w * .44, y - w * .5)], 'a9')


COAST = ((124.3, 39.95), (124.75, 39.6), (125.1, 39.55), (125.4, 39.3), (125.1, 38.8), (125.2, 38.6), (124.7, 38.1), (125.3, 37.7), (125.8, 37.95), (126.2, 37.8),
         (126.6, 37.75), (126.7, 37.4), (126.85, 37.1), (126.3, 36.9), (126.15, 36.7), (126.5, 36.5), (126.55, 36.1), (126.75, 35.95), (126.5, 35.6), (126.4, 35.2),
         (126.3, 34.8), (126.1, 34.5), (126.5, 34.3), (126.9, 34.45), (127.3, 34.45), (127.5, 34.8), (127.8, 34.7), (128.1, 34.85), (128.5, 34.75), (128.7, 35.05),
         (129.05, 35.1), (129.35, 35.4), (129.45, 35.8), (129.6, 36.05), (129.4, 36.3), (129.4, 36.9), (129.2, 37.3), (128.9, 37.75), (128.5, 38.25), (128.3, 38.6),
         (127.8, 38.95), (127.4, 39.2), (127.5, 39.55), (127.6, 39.8), (128.2, 40.0), (128.9, 40.3), (129.4, 40.75), (129.75, 40.9), (129.7, 41.4), (129.9, 41.8), (130.6, 42.3))
BORDER = ((130.6, 42.3), (130.2, 42.95), (129.7, 42.4), (129.2, 42.3), (128.9, 42.05), (128.05, 42.0), (127.4, 41.5), (126.9, 41.8), (126.5, 41.4), (126.0, 40.9), (125.4, 40.6), (124.9, 40.45))
LINE = ((126.55, 37.78), (126.7, 38.0), (127.05, 38.28), (127.6, 38.3), (128.1, 38.35), (128.35, 38.62))


def peta(p):                               # a teal, b gold, c coral, d ink
    ca, sa = math.cos(math.radians(17)), math.sin(math.radians(17))

    def M(q, dz=0):
        x, y = (q[0] - 127.45) * 76, -(q[1] - 38.15) * 96
        return 640 + x * ca - y * sa, 432 + (y * ca + x * sa) * .93 + dz
    p.rect(0, 0, W, H, ('d', 'a5', 'a65', 'a8d1'))
    land = smooth([M(q) for q in COAST + BORDER[1:]], True)
    main = [M(q) for q in ((130.6, 42.3), (131.6, 42.7), (132.4, 43.3), (134.5, 43.2), (138, 46), (116, 48), (112, 41.5), (117.5, 39.0), (119.4, 39.7), (121, 40.8), (122.1, 40.5), (121.3, 39.2), (122.3, 39.4), (124.3, 39.95))]
    north = smooth([M(q) for q in BORDER][::-1])
    whole = land + closed(main + [M(q) for q in BORDER[::-1]])
    jeju = smooth([M(q) for q in ((126.15, 33.3), (126.5, 33.53), (126.95, 33.5), (126.85, 33.3), (126.4, 33.2))], True)
    japan = smooth([M(q) for q in ((129.6, 32.6), (129.7, 33.3), (130.4, 33.8), (130.9, 34.3), (131.8, 34.75), (133, 35.6), (134.5, 35.7), (136, 36), (137, 37.4), (140, 36), (136, 33), (131.5, 31))], True)
    for w, f in ((190, 'a5'), (140, 'a42'), (92, 'a32'), (50, 'a2'), (20, 'p')):   # shelves of the sea
        p.path(whole + jeju + japan, f, f, w)
    for dz in (26, 18, 10):
        with p.g(f'translate(0 {dz})'): p.path(land + jeju, 'd7c4', 'd7c4', 2)
    with p.g(over=False): p.path(closed(main + [M(q) for q in BORDER[::-1]]) + japan, 'b2a15')
    p.path(land, 'b75'); p.path(jeju, 'b75')
    r = p.rng
    with p.g(clip=land):
        cut = [M(q) for q in ((120, 36.5),) + LINE + ((134, 40.5), (134, 47), (120, 47))]
        p.path(closed(cut), 'c75b2')
        for (lo, la, s) in ((128.1, 41.55, 1.5), (127.3, 41.0, 1.2), (128.6, 41.2, 1.2), (129.2, 41.6, 1.1), (126.4, 40.5, 1), (127.2, 40.2, 1.1), (128.0, 40.6, 1.15), (126.8, 39.5, .9), (125.9, 40.1, .8),
                            (128.35, 37.95, .9), (128.75, 37.3, 1.1), (128.9, 36.6, .9), (128.0, 36.5, .8), (127.7, 35.4, 1), (128.4, 35.9, .7), (127.3, 37.9, .6), (127.1, 36.0, .55), (129.0, 35.55, .6)):
            x, y = M((lo, la)); u = 34 * s
            p.poly([(x - u, y + u * .55), (x - u * .1, y - u * .75), (x + u * .1, y - u * .75), (x + u, y + u * .55)], 'c9b3' if la > 38.3 else 'b9c3')
            p.poly([(x + u * .05, y - u * .75), (x + u * .1, y - u * .75), (x + u, y + u * .55), (x + u * .1, y + u * .55), (x - u * .08, y + u * .05)], 'd6c5' if la > 38.3 else 'd35c4b5')
    p.line([M(q) for q in LINE], 'p', 13); p.add('<g stroke-dasharray="16 13">'); p.line([M(q) for q in LINE], 'd9', 6, 'butt'); p.add('</g>')
    for q in ((125.75, 39.03), (127.0, 37.55)):
        x, y = M(q); p.circ(x, y, 15, 'p'); p.circ(x, y, 8, 'd9')
    with p.g('translate(225 640)'):        # compass
        p.ring(0, 0, 66, 'p', 5); p.ring(0, 0, 50, 'p', 2)
        for a in (0, 90, 180, 270):
            with p.g(f'rotate({a+17})'): p.poly([(0, -98), (15, -15), (0, 0)], 'd8'); p.poly([(0, -98), (-15, -15), (0, 0)], 'c9' if a == 0 else 'p')
    for x, y, s in ((1010, 330, 1), (1090, 470, 1.2), (260, 430, 1), (980, 640, .9)):
        for k in range(3):
            p.path(f'M{x-40*s},{y+k*13*s}q{20*s},-{14*s} {40*s},0t{40*s},0', 'none', 'p', 3)


def rudal(p):                              # a navy, b coral, c gold
    hz = 610
    p.rect(0, 0, W, hz, ('v', 'a9b1', ('a65b3', .35), ('a2b6c1', .68), ('b5c6', .87), ('c4b1', 1)))
    p.circ(300, hz + 6, 74, 'p')
    stars(p, 200, 'p', 40)
    for x, y, w, f in ((1010, 455, 460, 'a4b5'), (250, 400, 420, 'a4b6'), (640, 520, 520, 'b6c2'), (1130, 545, 300, 'b4c2'), (120, 505, 300, 'b7c3')): cloud(p, x, y, w, f, 2)
    p.rect(0, hz, W, H - hz, ('v', 'a75b4', 'a9b2', 'a'))
    sunpath(p, 300, hz + 4, H - 30, 80, 190, 'c7b2', 15)
    glints(p, hz + 12, H, 'a6b4', 70)
    B = lambda t, q=((610, hz), (590, 330), (700, 190), (965, 92)): tuple((1 - t) ** 3 * q[0][i] + 3 * t * (1 - t) ** 2 * q[1][i] + 3 * t * t * (1 - t) * q[2][i] + t ** 3 * q[3][i] for i in (0, 1))
    r, pts = p.rng, []
    for k in range(76):
        t = k / 75; x, y = B(t); s = 4 + 50 * (1 - t) ** 1.5
        pts.append((x + r.uniform(-.32, .32) * s, y + r.uniform(-.1, .1) * s, s * r.uniform(.85, 1.15)))
    for i in range(22):
        t = i / 21; pts.insert(0, (450 + 330 * t, hz - 8 - r.uniform(0, 26) * math.sin(math.pi * t), 18 + 36 * math.sin(math.pi * t) * r.uniform(.6, 1.1)))
    with p.g(clip=f'M0,0H{W}V{hz}H0Z'):
        for x, y, s in pts: p.circ(x + s * .28, y + s * .1, s, 'a3b4')
        for x, y, s in pts: p.circ(x, y, s, 'b22c1')
        for x, y, s in pts: p.circ(x - s * .24, y - s * .1, s * .72, 'p')
    x, y = B(1)
    with p.g(f'translate({x} {y}) rotate(-17)'):
        p.path('M-60,0Q-20,-13 6,-5V5Q-20,13 -60,0Z', 'c8'); p.path('M-30,0Q-10,-7 6,-4V4Q-10,7 -30,0Z', 'p')
        p.path('M4,-7H48Q66,-4 74,0Q66,4 48,7H4Z', 'p'); p.path('M4,0H74Q66,4 48,7H4Z', 'a8'); p.poly([(2, -7), (-8, -16), (18, -7)], 'a9'); p.poly([(2, 7), (-8, 16), (18, 7)], 'a9')
    for i in range(16):
        t = i / 15; p.path(f'M{470+r.uniform(0,60)},{hz+6+t*90:.0f}h{r.uniform(80,240)*(1-.4*t):.0f}', 'none', 'b4c2', 3)
    with p.g('translate(985 700)'):        # a fishing boat for scale
        p.path('M-110,0Q-100,40 -70,44H70Q100,30 120,-18L70,-2H-80Z', 'a'); p.rect(-66, -46, 56, 46, 'a95b2'); p.rect(-56, -36, 18, 16, 'c8'); p.rect(-32, -36, 14, 16, 'c8')
        p.line([(10, 0), (10, -96)], 'a', 5); p.line([(10, -92), (96, -14)], 'a', 2); p.line([(10, -92), (-60, -46)], 'a', 2); p.rect(-74, -53, 72, 9, 'a')
        p.path('M-120,52Q0,40 130,50', 'none', 'b5c2', 3)


def zona(p):                               # a forest, b lemon, c plum
    p.spread = .75
    p.rect(0, 0, W, H, ('v', 'a35', ('b45a1', .3), ('b3', .6), 'p'))
    p.circ(430, 190, 84, 'p'); p.ring(430, 190, 100, 'b6', 3)
    birds(p, 560, 120, 'c7', 6, 14)
    ridge(p, 330, 120, ('v', 'a3c15', ('a12', .5), 'a1'), step=150)
    ridge(p, 400, 110, ('v', 'a5c15', ('a25', .4), 'a15'), step=130)
    ridge(p, 470, 90, ('v', 'a7c2', ('a4b1', .35), 'a2b2'), step=120)
    pts = ridge(p, 545, 60, ('v', 'a9c3', ('a6b4', .5), 'a4b5'), step=100)
    for i in range(20):
        x = p.rng.uniform(0, W); poplar(p, x, 560 + p.rng.uniform(-18, 20), p.rng.uniform(34, 74), 'a9c4')
    p.rect(0, 590, W, 270, ('v', 'a4b6', 'a6b6', 'a8b4c2'))
    p.path('M-20,853C240,760 700,680 1300,640V672C800,720 420,790 260,870Z', 'b4c2')
    x, y = 905, 640                        # the watchtower
    for a, b in ((-74, -46), (74, 46)): p.line([(x + a, y), (x + b, y - 300)], 'c95a4', 13)
    for k in range(3):
        w0, w1 = 72 - k * 9, 64 - k * 9; p.line([(x - w0, y - k * 96 - 8), (x + w1, y - k * 96 - 92)], 'c9a4', 6); p.line([(x + w0, y - k * 96 - 8), (x - w1, y - k * 96 - 92)], 'c9a4', 6)
    p.rect(x - 92, y - 312, 184, 22, 'c95a5'); p.rect(x - 76, y - 410, 152, 100, 'c75a3'); p.rect(x + 26, y - 410, 50, 100, 'c9a5')
    p.rect(x - 76, y - 392, 152, 44, 'b7'); p.rect(x + 26, y - 392, 50, 44, 'b8c3')
    for k in (-40, -6, 26): p.rect(x + k, y - 392, 6, 44, 'c9a5')
    p.ell(x + 1, y - 358, 13, 16, 'c95a5'); p.circ(x + 1, y - 376, 8, 'c95a5')
    p.poly([(x - 108, y - 408), (x - 54, y - 460), (x + 54, y - 460), (x + 108, y - 408)], 'c95a4'); p.line([(x + 30, y - 455), (x + 30, y - 560)], 'c9a4', 5); p.line([(x + 14, y - 530), (x + 46, y - 530)], 'c9a4', 3)
    p.line([(x - 92, y - 312), (x - 92, y - 340), (x + 92, y - 340), (x + 92, y - 312)], 'c9a4', 4)
    tufts(p, 640, 840, 'a9b4c2', 12, 1.4)
    X = lambda t: -90 + 1500 * t ** .72 if t > 0 else -90  # fence posts, near left to far right
    F = [(X(i / 13), 950 - 285 * (i / 13) ** .72, 560 - 440 * (i / 13) ** .62) for i in range(14)]
    for (x0, b0, h0), (x1, b1, h1) in zip(F, F[1:]):
        with p.g(clip=closed([(x0, b0), (x0, b0 - h0), (x1, b1 - h1), (x1, b1)])):
            m = 6
            for k in range(-m, m * 2 + 1):
                p.line([(x0, b0 - h0 * k / m), (x1, b1 - h1 * (k + m * (x1 - x0) / (h0 + h1) * 2) / m)], 'c8a3', max(1.8, h0 / 140))
                p.line([(x0, b0 - h0 * k / m), (x1, b1 - h1 * (k - m * (x1 - x0) / (h0 + h1) * 2) / m)], 'c8a3', max(1.8, h0 / 140))
        for k in (.98,): p.line([(x0, b0 - h0 * k), (x1, b1 - h1 * k)], 'c9a5', max(2, h0 / 110))
    for x, b, h in F[::-1]:
        p.line([(x, b), (x, b - h), (x + h * .11, b - h * 1.16)], 'c95a6', max(4, h / 26)); p.line([(x, b - h), (x - h * .11, b - h * 1.16)], 'c95a6', max(4, h / 26))
    for k in range(56):                   # razor wire
        t = k / 55 * 13; i = min(12, int(t)); u = t - i; (x0, b0, h0), (x1, b1, h1) = F[i], F[i + 1]; h = h0 + (h1 - h0) * u
        p.add(f'<ellipse cx="{x0+(x1-x0)*u:.0f}" cy="{b0+(b1-b0)*u-h*1.11:.0f}" rx="{h*.06:.1f}" ry="{h*.1:.1f}" fill="none" stroke="{{c9a4}}" stroke-width="{max(1.3,h/170):.1f}"/>')


SCENES = even({
    'perundingan': ('ink teal gold coral', perundingan), 'pyongyang-arak': ('coral sky gold ink', arak), 'peta-semenanjung': ('teal gold coral ink', peta),
    'rudal-laut': ('navy coral gold', rudal), 'zona-demiliter': ('forest lemon plum', zona), 
    **scenes_dunia2.SCENES,
})
