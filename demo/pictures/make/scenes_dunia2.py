"""Foreign news, second half: chamber, harbour, trains, rivers, ships."""
import math
from riso import W, H
from kit import ridge, cloud, glints, sunpath, birds, tree, windows, skyline, stars


def sidang(p):                             # a navy, b gold, c teal, d peach
    cx, cy, asp, p.spread = 640, 455, .64, .8
    E = lambda r, a: (cx + r * math.cos(a), cy + r * math.sin(a) * asp)
    p.rect(0, 0, W, H, 'a95')
    for r, f in ((890, 'a9c3'), (876, 'a55c5'), (640, 'c8a5'), (626, 'c45b1'), (432, 'c8a5'), (418, 'b45d3'), (250, 'd3b2')):
        p.ell(cx, cy, r, r * asp, f)
    with p.g(over=True):                   # light from the skylight
        p.ell(cx, cy, 388, 388 * asp, ('r', 'p', 'p', 'c2'))
    for k in range(16):                    # aisles
        if k % 4 == 2:
            a = k * math.pi / 8; b = .075
            p.poly([E(395, a - b), E(960, a - b * .72), E(960, a + b * .72), E(395, a + b)], 'b2d2')
            for j in range(6): q = 470 + j * 90; p.line([E(q, a - b * .9), E(q, a + b * .9)], 'c3b2a2', 3)
    r = p.rng

    def seat(rad, a, s, empty=False):
        x, y = E(rad, a); s *= .75 + .55 * y / H; hx = x - math.cos(a) * 5 * s
        p.ell(x, y + 3 * s, 25 * s, 19 * s, 'a9c4')
        if empty: p.ell(x, y - 2 * s, 17 * s, 12 * s, 'c8a3'); return
        f = r.choice(['a', 'a9c2', 'a75', 'a9', 'b7d6', 'b8', 'd3', 'a6d5'])
        p.ell(x, y - 6 * s, 22 * s, 15 * s, f)
        p.circ(hx, y - 17 * s, 10.5 * s, r.choice(['d9', 'd8b3', 'd9a25', 'd6b2']))
        f, hy = r.choice(['a', 'a9', 'a4', 'a7d4', 'p']), y - (15 if a % 6.283 > 3.3 else 17.5) * s
        if .5 < a % 6.283 < 2.64: p.ell(hx, hy, 11.5 * s, 11 * s, f)          # seen from behind
        else: p.path(f'M{hx-11.5*s:.1f},{hy:.1f}a{11.5*s:.1f},{12*s:.1f} 0 0 1 {23*s:.1f},0q{-11.5*s:.1f},{-8*s:.1f} {-23*s:.1f},0Z', f)
    for rad, k, s in ((1000, 44, 1.9), (772, 34, 1.9), (548, 24, 1.85)):
        items = []
        for i in range(k):
            a = (i + .5) / k * 2 * math.pi
            if min(abs((a - math.pi / 4) % (math.pi / 2)), abs((a - math.pi / 4) % (math.pi / 2) - math.pi / 2)) < 92 / rad + .01: continue
            items.append((math.sin(a), a))
        for arc in range(4):               # the desks, a step in front of the seats
            a0 = arc * math.pi / 2 + math.pi / 4 + 84 / rad; a1 = a0 + math.pi / 2 - 168 / rad
            pts = [E(rad - 72, a0 + (a1 - a0) * j / 30) for j in range(31)]
            p.line([(x, y + 8) for x, y in pts], 'a8c5', 32, 'butt'); p.line(pts, 'b9d3', 29, 'butt')
        for _, a in sorted(items): seat(rad, a, s, r.random() < .1)
    for k, (rr, f) in enumerate(((256, 'a7c4'), (244, 'b9d3'), (168, 'a5c5'), (160, 'd4b2'))):   # the ring table
        p.ell(cx, cy + (14 if k == 0 else 0), rr, rr * asp, f)
    for i in range(14):
        a = i / 14 * 2 * math.pi + .22; p.poly([E(190, a - .1), E(228, a - .09), E(228, a + .09), E(190, a + .1)], 'p')
    for i in range(16): a = i * math.pi / 8; p.poly([E(30, a), E(146, a - .09), E(146, a + .09)], 'c7' if i % 2 else 'b8')
    p.ell(cx, cy, 66, 66 * asp, 'a8'); p.ell(cx, cy, 44, 44 * asp, 'p'); p.ell(cx, cy, 26, 26 * asp, 'c9')
    for i in sorted(range(14), key=lambda i: math.sin(i / 14 * 2 * math.pi + .22)): seat(326, i / 14 * 2 * math.pi + .22, 1.75)


def crane(p, x, y, s, f, d=-1, cab=None):
    """A quay crane with its boom reaching to d."""
    L = lambda pts, w: p.line([(x + d * a * s, y - b * s) for a, b in pts], f, w * s)
    for a in (-70, 70):
        L([(a, 0), (a * .86, 330)], 15)
    L([(-74, 12), (74, 12)], 14); L([(-66, 150), (66, 150)], 14); L([(-64, 160), (60, 330)], 7); L([(-64, 330), (60, 330)], 16)
    L([(-190, 345), (420, 345)], 16); L([(-190, 370), (420, 362)], 5); L([(0, 350), (-20, 500)], 13); L([(60, 350), (-20, 500)], 9)
    L([(-20, 498), (400, 356)], 5); L([(-20, 498), (210, 358)], 4); L([(-20, 498), (-185, 356)], 5)
    for k in range(12): L([(-180 + k * 50, 370), (-155 + k * 50, 345)], 3)
    p.rect(x - d * 150 * s - 40 * s, y - 400 * s, 80 * s, 52 * s, f)
    L([(230, 345), (230, 210)], 3); L([(270, 345), (270, 210)], 3)
    p.rect(x + d * 250 * s - 20 * s, y - 332 * s, 36 * s, 30 * s, f)
    p.rect(x + d * 250 * s - 52 * s, y - 214 * s, 104 * s, 40 * s, cab or f)
    for a in (-70, 70):
        for e in (-16, 0, 16): p.circ(x + (a + e) * s, y, 8 * s, f)


def box(p, x, y, w, h, f, dark, k=12):
    p.rect(x, y - h, w, h, f)
    for i in range(k): p.rect(x + w * (i + .3) / k, y - h * .9, w * .35 / k, h * .8, dark)
    p.rect(x, y - h, w, h * .07, dark); p.rect(x, y - h * .06, w, h * .06, dark)


def kargo(p):                              # a plum, b coral, c gold, d teal
    hz = 560
    p.rect(0, 0, W, hz, ('v', 'a75d3', ('a5b5', .35), ('b75c3', .65), ('b4c7', .88), ('c45', 1)))
    p.circ(500, hz - 78, 108, 'p'); p.circ(500, hz - 78, 108, ('v', 'c2', 'c9b2'))
    for x, y, w, f in ((900, 300, 420, 'a3b7'), (240, 240, 460, 'a5b5'), (760, 440, 360, 'b7c4')): cloud(p, x, y, w, f, 2)
    ridge(p, hz - 20, 46, 'a55b5', hz, 90)
    for x, s in ((60, .3), (160, .32), (262, .3)): crane(p, x, hz, s, 'a75b4', 1)
    p.rect(0, hz, W, H, ('v', 'b6c5', 'a5b5d2', 'a8d4'))
    sunpath(p, 500, hz + 6, 760, 110, 170, 'c6', 16); glints(p, hz + 20, 780, 'a8b2', 40)
    p.path(f'M210,{hz+10}L250,{hz+88}H800V{hz-22}H770V{hz+2}H330L262,{hz-12}Z', 'a95d3'); p.rect(244, hz + 70, 556, 20, 'b9')    # ship
    for i in range(9):
        for j in range(p.rng.choice((3, 4, 4, 5)) - (i < 2)):
            f = p.rng.choice(['b9', 'd8', 'c9', 'a5b6', 'a8', 'd5c3']); p.rect(322 + i * 46, hz - 26 - j * 27, 44, 26, f); p.rect(322 + i * 46, hz - 26 - j * 27, 44, 5, 'a6')
    p.rect(738, hz - 190, 56, 190, 'p'); p.rect(726, hz - 205, 80, 26, 'a8'); windows(p, 740, hz - 180, 52, 150, 3, 6, 'a8b3'); p.rect(776, hz - 250, 18, 60, 'b9')
    crane(p, 1010, 700, 1.22, 'a95d2', -1, 'b9'); crane(p, 1310, 720, 1.35, 'a95b2', -1, 'd7')
    p.poly([(0, 742), (W, 690), (W, H), (0, H)], 'a9d3'); p.poly([(0, 742), (W, 690), (W, 704), (0, 760)], 'c8b2')
    q = ['b9', 'd85', 'c9', 'b6c4', 'd6a3', 'a6b5', 'c7b4']
    for row, (y, w, h, n_) in enumerate(((880, 226, 104, (4, 3, 2, 1, 1, 2)),)):
        for i in range(6):
            for j in range(n_[i]):
                f = q[(i * 3 + j * 2 + row) % 7]; box(p, -30 + i * (w + 6), y - j * (h + 3), w, h, f, 'a7' + ('b4' if f[0] != 'd' else 'd6'))
                with p.g(over=True): p.rect(-30 + i * (w + 6) + w * .8, y - j * (h + 3) - h, w * .2, h, 'a35')
    birds(p, 640, 150, 'a9', 6, 14)


def kereta(p):                             # a navy, b lemon, c teal
    xv, yv = 150, 505
    P = lambda u, Y: (xv + 1330 / (1 + u), yv + Y / (1 + u))
    p.rect(0, 0, W, 540, ('v', 'a95', 'a8c2', 'a5c5', 'a1c35b3'))
    stars(p, 380, 'b3', 110); p.circ(395, 165, 62, 'b25'); p.circ(376, 152, 10, 'b5'); p.circ(410, 185, 16, 'b5')
    ridge(p, 520, 70, 'a6c5', 545, 120); ridge(p, 535, 34, 'a9c4', 548, 70)
    for i in range(26): p.circ(p.rng.uniform(0, 900), p.rng.uniform(524, 540), p.rng.choice((2, 3)), 'b9')
    p.rect(0, 540, W, 320, ('v', 'a3c45b2', 'a65c5', 'a95c2'))
    glints(p, 548, H, 'a4c6', 70); sunpath(p, 395, 546, H, 40, 110, 'b4', 18)
    us = [.02 + .27 * k for k in range(34)]
    for k in range(0, 34, 3):              # piers and their reflections
        u = us[33 - k]; x, y = P(u, 150); w = 118 / (1 + u); yb = P(u, 330)[1]
        p.poly([(x - w * .5, y), (x + w * .5, y), (x + w * .66, yb), (x - w * .66, yb)], 'a9c5'); p.poly([(x - w * .5, y), (x - w * .14, y), (x - w * .2, yb), (x - w * .66, yb)], 'a35c5')
        p.poly([(x - w * .66, yb), (x + w * .66, yb), (x + w * .5, yb + 120 / (1 + u)), (x - w * .5, yb + 120 / (1 + u))], 'a')
    quad = lambda u0, u1, y0, y1, f: p.poly([P(u0, y0), P(u1, y0), P(u1, y1), P(u0, y1)], f)
    quad(-.3, 14, 62, 170, 'a7c5'); quad(-.3, 14, 62, 82, 'a2c5'); quad(-.3, 14, 150, 170, 'a9c5')
    for k in range(30): u = -.2 + k * .34; quad(u, u + .03, 82, 150, 'a35c5')
    for c in range(8):                     # carriages
        u0 = -.32 + c * 1.16; u1 = u0 + 1.12
        if c == 7: continue
        quad(u0, u1 + .05, -300, 60, 'a'); quad(u0, u1, -318, 34, 'a25c85'); quad(u0, u1, -318, -262, 'a6c8'); quad(u0, u1, -96, -70, 'b9')
        quad(u0, u1, -40, 34, 'a6c8')
        for k in range(7):
            a = u0 + .1 + k * .137; f = 'b8' if p.rng.random() < .86 else 'b45c2'
            quad(a, a + .1, -222, -120, f)
            if f == 'b8' and p.rng.random() < .75:
                x, y = P(a + .05, -120); s = 1 / (1 + a); p.circ(x, y - 48 * s, 15 * s, 'a9'); p.path(f'M{x-24*s},{y}q0,{-36*s} {24*s},{-36*s}q{24*s},0 {24*s},{36*s}Z', 'a9')
        for k in (.16, .3, .82, .95):
            x, y = P(u0 + k * 1.1, 48); p.circ(x, y, 26 / (1 + u0 + k * 1.1), 'a')
    u = 7.8; quad(u, u + .8, -300, 50, 'a8c6'); quad(u + .8, u + 1.2, -190, 50, 'a9c4')
    x, y = P(9.05, -60); p.circ(x, y, 13, 'b9'); p.circ(x, y, 7, 'p')
    with p.g(over=True): p.poly([(x, y - 4), (-20, y - 46), (-20, y + 34), (x, y + 6)], ('h', 'p', 'b6'))
    for k in range(56):                    # window light on the river
        u = p.rng.uniform(.1, 5); x, y = P(u, p.rng.uniform(350, 640)); l = 60 / (1 + u)
        if y < H: p.path(f'M{x-l:.0f},{y:.1f}q{l:.0f},-{5/(1+u)+1:.1f} {2*l:.0f},0q{-l:.0f},{5/(1+u)+1:.1f} {-2*l:.0f},0Z', 'b7')


def hanoi(p):                              # a mint, b coral, c gold, d forest
    p.rect(0, 0, W, 340, ('v', 'a55', ('a3c1', .5), ('c35b1', 1)))
    p.circ(930, 150, 62, 'p'); cloud(p, 360, 120, 380, 'p', 2); cloud(p, 1120, 210, 300, 'p', 2)
    ridge(p, 288, 60, 'a4b1', 340, 140); ridge(p, 306, 30, 'a6d15', 340, 90)
    skyline(p, 352, 20, 110, 'b3a3', 18, 44); skyline(p, 362, 14, 74, 'b4c3', 16, 40, 'd5', .4)
    r = p.rng
    water = 'M-10,392C300,372 700,380 1290,410V640C1000,700 760,720 520,870H-10Z'
    p.rect(0, 350, W, 520, 'd5a5')

    def houses(n_, f0, f1, ya, yb, xa, xb, s0, s1):
        for y in sorted(f0 + (f1 - f0) * r.random() for _ in range(n_)):
            t = (y - f0) / (f1 - f0); s = s0 + (s1 - s0) * t; x = r.uniform(xa + (ya - xa) * t, xb + (yb - xb) * t)
            w, h = 15 * s * r.uniform(.9, 1.7), 26 * s * r.uniform(.8, 1.9); f = r.choice(['c35', 'b25', 'p', 'c6', 'a45', 'b4c3', 'a2c2'])
            if r.random() < .22: tree(p, x, y, 34 * s, r.choice(['d7a3', 'a8d4', 'd6a5'])); continue
            p.rect(x, y - h, w, h, f); p.poly([(x + w, y - h), (x + w * 1.45, y - h * .96), (x + w * 1.45, y), (x + w, y)], f + 'd35')
            if r.random() < .7: p.poly([(x - w * .08, y - h), (x + w * .14, y - h - w * .5), (x + w * 1.25, y - h - w * .46), (x + w * 1.5, y - h * .95), (x + w, y - h)], r.choice(['b8', 'b9c2', 'b7d3']))
            windows(p, x + w * .08, y - h * .92, w * .84, h * .84, 2, max(2, round(h / w * 1.3)), 'd75', .85)
    houses(110, 362, 398, 0, 1290, -20, 1280, 1.0, 1.5)
    p.path(water, ('v', 'a2c1', 'a4', 'a65d1'))
    glints(p, 410, 700, 'p', 34); glints(p, 400, 760, 'a8d2', 24)
    for x, y, s in ((330, 470, .6), (860, 600, 1.1), (500, 640, 1.2), (1080, 470, .6)):  # barges
        p.path(f'M{x-60*s},{y}q60,{14*s} {120*s},0l{-8*s},{14*s}h{-104*s}Z', 'd95'); p.rect(x - 44 * s, y - 16 * s, 46 * s, 20 * s, 'b8'); p.path(f'M{x-80*s},{y+20*s}h{150*s}', 'none', 'p', 2.5)
    B = lambda t: (-60 + 1180 * t ** .8, 776 - 382 * t ** .8)   # bridge axis: near left, far right
    Z = lambda t: 1 - .82 * t ** .8
    ts = [k / 36 for k in range(37)]
    for k in range(36, -1, -4):
        x, y = B(ts[k]); z = Z(ts[k]); p.poly([(x - 26 * z, y), (x + 26 * z, y), (x + 34 * z, y + 118 * z), (x - 34 * z, y + 118 * z)], 'c4d3'); p.rect(x + 4 * z, y, 26 * z, 118 * z, 'd7b2')
        p.ell(x, y + 120 * z, 52 * z, 10 * z, 'p')
    hump = [140 * abs(math.cos(math.pi * k / 8)) ** 1.25 + 34 for k in range(37)]
    top = [(B(t)[0], B(t)[1] - hump[k] * Z(t)) for k, t in enumerate(ts)]
    for off, f in ((-30, 'd75b3'), (0, 'd9b4')):
        sh = lambda q, t: (q[0] - off * Z(t) * .9, q[1] + off * Z(t) * .75)
        for k in range(36):
            a, b, ta, tb, w = ts[k], ts[k + 1], top[k], top[k + 1], max(2, 8 * Z(ts[k]))
            p.line([sh(B(a), a), sh(ta, a)], f, w * .8); p.line([sh(B(a), a), sh(tb, b)] if k % 2 else [sh(ta, a), sh(B(b), b)], f, w * .7); p.line([sh(ta, a), sh(tb, b)], f, w * 1.25)
        p.line([sh(B(t), t) for t in ts], f, 1)
        if off: p.poly([sh(B(t), t) for t in ts] + [(B(t)[0], B(t)[1]) for t in ts[::-1]], 'c3b2')
    p.poly([(B(t)[0], B(t)[1] - 6 * Z(t)) for t in ts] + [(B(t)[0], B(t)[1] + 22 * Z(t)) for t in ts[::-1]], 'd95b4')
    houses(64, 690, 900, 720, 1300, 1180, 1290, 2.0, 3.9)
    for x, h in ((620, 150), (700, 120)): tree(p, x, 866, h, 'd8a4')
    p.path('M1040,412C1090,392 1180,384 1300,390V446C1200,424 1120,420 1040,412Z', 'd5a5')
    for x, h in ((1094, 40), (1130, 52), (1172, 44), (1210, 62), (1256, 52)): tree(p, x, 418, h, 'd75a4')
    birds(p, 560, 250, 'd8', 6, 12)


def ship(p, x, y, s, rot):                 # a teal, b grey, c ink, d gold; bow towards +x
    r = p.rng
    with p.g(f'translate({x} {y}) rotate({rot}) scale({s})'):
        for d in (-1, 1):                  # bow waves and wake
            p.path(f'M205,{d*2}C120,{d*70} -60,{d*150} -330,{d*232}C-150,{d*140} 0,{d*80} 90,{d*30}Z', 'a4'); p.path(f'M206,{d*2}C120,{d*66} -20,{d*116} -240,{d*184}C-90,{d*116} 30,{d*78} 120,{d*30}Z', 'a15'); p.path(f'M208,{d*2}C160,{d*40} 60,{d*76} -60,{d*112}C20,{d*70} 90,{d*44} 150,{d*20}Z', 'p')
        p.path('M-180,-36C-400,-44 -600,-90 -900,-70V70C-600,90 -400,44 -180,36Z', 'a35'); p.path('M-180,-26C-330,-30 -480,-44 -640,-8C-480,44 -330,30 -180,26Z', 'p')
        for k in range(22):
            a = r.uniform(-860, -230); b = r.uniform(-56, 56); p.ell(a, b, r.uniform(14, 50), r.uniform(3, 6), 'p')
        hull = 'M-196,-34Q-202,0 -196,34L60,44Q150,34 218,0Q150,-34 60,-44Z'
        with p.g('translate(-10 26)', over=True): p.path(hull, 'c5a3')
        p.path(hull, 'b7c35'); p.path('M-188,-28V28L58,37Q140,28 204,0Q140,-28 58,-37Z', 'b35')
        p.path('M58,-37Q140,-28 204,0Q140,28 58,37Z', 'b25'); p.rect(-186, -26, 78, 52, 'b6c15'); p.ring(-147, 0, 19, 'p', 4); p.rect(-152, -10, 10, 20, 'p')
        for q, w, h, f, z in ((-96, 50, 46, 'b2', 16), (-34, 76, 52, 'b15', 22), (-14, 40, 34, 'p', 30)):
            with p.g(f'translate({-z*.35} {z})', over=True): p.rect(q, -h / 2, w, h, 'c45')
            p.rect(q, -h / 2, w, h, f, 4); p.rect(q + w - 8, -h / 2, 8, h, 'b6c2')
        p.rect(-84, -12, 26, 24, 'c8', 4); p.rect(-78, -6, 14, 12, 'c'); p.rect(26, -22, 7, 44, 'c75a3')
        p.circ(4, 0, 9, 'd9'); p.line([(-28, -14), (-28, 14)], 'c8', 4); p.line([(-50, 0), (20, 0)], 'c7', 3)
        with p.g('translate(-4 9)', over=True): p.circ(82, 0, 15, 'c4')
        p.circ(82, 0, 15, 'b7c3'); p.rect(82, -3.5, 46, 7, 'c8'); p.circ(80, 0, 8, 'b2')
        for k in range(3):
            for d in (-8, 8): p.rect(48 + k * 7 - 12, d - 5, 5, 10, 'c6b3')


def latihan(p):                            # a teal, b grey, c ink, d gold
    p.rect(0, 0, W, H, ('d', 'a6', 'a75c1', 'a9c4'))
    for k in range(26):
        y = -120 + k * 46; pts = [(x, y + x * -.16 + 14 * math.sin(x / 130 + k * 1.7) + p.rng.uniform(-7, 7)) for x in range(-40, 1340, 90)]
        p.curve(pts, ('a8c2', 'a5', 'a9c2', 'a6')[k % 4], p.rng.choice((4, 7, 11)))
    for i in range(34):
        x, y, l = p.rng.uniform(0, W), p.rng.uniform(0, H), p.rng.uniform(8, 28); p.path(f'M{x:.0f},{y:.0f}q{l:.0f},-{l*.5:.0f} {2*l:.0f},-{l*.3:.0f}', 'none', 'a3', 2.5)
    for x, y, s in ((1010, 190, .92), (300, 330, .92), (760, 560, 1.5)): ship(p, x, y, s, -20)
    with p.g('translate(520 150) rotate(-20)'):
        with p.g('translate(-50 84)', over=True): p.ell(0, 0, 26, 10, 'c4'); p.rect(-60, -3, 50, 5, 'c4')
        p.ell(0, 0, 30, 13, 'c9'); p.rect(-76, -4, 60, 8, 'c9'); p.rect(-82, -14, 7, 28, 'c9'); p.ell(16, 0, 12, 8, 'd7')
        for a in (20, 110, 200, 290):
            with p.g(f'rotate({a})'): p.rect(0, -2.5, 66, 5, 'c8')


def balon(p):                              # a leaf, b gold, c violet, d coral
    hz = 350; r = p.rng
    p.rect(0, 0, W, hz, ('v', 'c65', ('c4d15', .4), ('d4b2', .75), ('b4', 1)))
    cloud(p, 230, 215, 330, 'd3c2', 2); cloud(p, 1080, 130, 380, 'c4d3', 2); cloud(p, 720, 285, 300, 'd3b2', 2)
    ridge(p, 322, 120, ('v', 'c5d2', 'c25b2'), 400, 150); ridge(p, 348, 76, ('v', 'c6a4', 'c3a4'), 420, 120); ridge(p, 372, 34, 'a8c4', 420, 80)
    p.rect(0, 366, W, 500, 'a8c4b2')
    zs = [14, 9, 6.4, 4.7, 3.5, 2.7, 2.1, 1.6, 1.2, .85]
    P = lambda X, z: (640 + (X + 60 * math.sin(z * 1.3)) / z, 345 + 430 / z)
    tint = ['a7b4', 'a5b5', 'b6a2', 'a85b2', 'c35', 'a6b3', 'b7a3', 'a9b3c2', 'a4b6', 'c25d1']
    for k in range(9):
        za, zb = zs[k], zs[k + 1]; m = 230 + 50 * (k % 3); off = r.uniform(0, m) * 1.0
        g = lambda z: (za - zb) * .06
        for j in range(int(-1400 * za / m) // 2, int(1400 * za / m) // 2 + 1):
            X0, X1 = j * m * 1.0 + off, (j + 1) * m + off - 16
            if abs(X0) / za > 760: continue
            f = tint[r.randrange(10)]
            q = [P(X0, za - g(za)), P(X1, za - g(za)), P(X1 + 40, zb + g(zb)), P(X0 + 40, zb + g(zb))]
            p.poly(q, f)
            if f[0] in 'ab' and k > 4:
                for t in range(1, 5):
                    u = t / 5; p.line([(q[0][0] + (q[1][0] - q[0][0]) * u, q[0][1]), (q[3][0] + (q[2][0] - q[3][0]) * u, q[3][1])], 'a9c3', max(1, 3.4 / zb))
    for x, y, h in ((150, 470, 40), (196, 474, 32), (1010, 448, 30), (1050, 452, 38), (860, 640, 80), (60, 640, 90)): tree(p, x, y, h, 'a95c4', shade='c4')
    for x, y, s in ((930, 470, 1), (985, 478, .8), (120, 500, 1)):   # farmhouses
        p.rect(x, y - 22 * s, 48 * s, 24 * s, 'p'); p.poly([(x - 6, y - 20 * s), (x + 8 * s, y - 42 * s), (x + 42 * s, y - 42 * s), (x + 55 * s, y - 20 * s)], 'd8c3')
    for x, y, s in ((300, 300, .34), (1130, 290, .42), (520, 160, .5), (905, 220, .78), (250, 170, .85), (640, 290, 1.3)):
        R = 104 * s; yb = y + 300 * s
        p.line([(x, y + R * 1.1), (x + 3 * s, yb)], 'c9d4', max(2, 4 * s)); p.line([(x - 14 * s, y + R * 1.2), (x + 3 * s, yb)], 'c9d4', max(1.5, 2.5 * s))
        p.path(f'M{x},{y+R*1.22}C{x-R*.5},{y+R} {x-R*1.05},{y+R*.45} {x-R},{y-R*.15}A{R},{R} 0 0 1 {x+R},{y-R*.15}C{x+R*1.05},{y+R*.45} {x+R*.5},{y+R} {x},{y+R*1.22}Z', 'p')
        with p.g(over=True): p.path(f'M{x},{y+R*1.22}C{x+R*.3},{y+R*.7} {x+R*.6},{y-R*.3} {x+R*.3},{y-R*1.1}A{R},{R} 0 0 1 {x+R},{y-R*.15}C{x+R*1.05},{y+R*.45} {x+R*.5},{y+R} {x},{y+R*1.22}Z', 'c35d1')
        p.ell(x - R * .42, y - R * .5, R * .14, R * .28, 'b35', 28); p.poly([(x, y + R * 1.15), (x - 13 * s, y + R * 1.36), (x + 13 * s, y + R * 1.36)], 'c7')
        p.path(f'M{x},{yb-6*s}C{x-30*s},{yb+6*s} {x-66*s},{yb+40*s} {x-54*s},{yb+92*s}Q{x},{yb+122*s} {x+56*s},{yb+90*s}C{x+70*s},{yb+40*s} {x+32*s},{yb+6*s} {x+6*s},{yb-6*s}Z', 'd85c2')
        p.path(f'M{x+8*s},{yb}C{x+40*s},{yb+40*s} {x+36*s},{yb+80*s} {x+16*s},{yb+106*s}Q{x+40*s},{yb+104*s} {x+56*s},{yb+90*s}C{x+70*s},{yb+40*s} {x+32*s},{yb+6*s} {x+6*s},{yb-6*s}Z', 'd8c7')
        p.rect(x - 11 * s, yb - 4 * s, 28 * s, 12 * s, 'c95', 2); p.path(f'M{x},{yb+10*s}l{-22*s},{50*s}M{x},{yb+10*s}l{-2*s},{60*s}', 'none', 'c8d5', max(1.2, 3 * s))


def limosin(p):                            # a ink, b rose, c gold
    hz = 520
    p.rect(0, 0, W, hz, ('v', 'b85a15', ('b55c1', .5), ('b2c3', .85), 'c15'))
    p.circ(640, 245, 150, 'c2'); p.circ(640, 245, 150, ('v', 'p', 'c4b1'))
    cloud(p, 210, 170, 360, 'b3', 2); cloud(p, 1080, 230, 380, 'b3', 2)
    for i in range(13): x = i * 108 - 20; tree(p, x, hz, p.rng.uniform(90, 130), 'b6a4')
    for x, w, h in ((250, 780, 150), (560, 160, 250), (200, 130, 190), (950, 130, 190)):   # palace
        p.rect(x, hz - h, w, h, 'b2c1'); p.rect(x - 10, hz - h - 12, w + 20, 16, 'p'); p.rect(x - 4, hz - h + 4, w + 8, 7, 'b5a2')
    p.path('M545,270L640,205L735,270Z', 'p'); p.path('M570,262L640,216L710,262Z', 'b5a1'); p.rect(570, 290, 140, 230, 'b5a3')
    for i in range(6): p.rect(563 + i * 27.5, 282, 16, 238, 'p')
    for x0 in (212, 962): windows(p, x0, hz - 170, 106, 160, 3, 3, 'b6a4')
    windows(p, 336, hz - 132, 220, 116, 8, 2, 'b6a4'); windows(p, 724, hz - 132, 220, 116, 8, 2, 'b6a4')
    for i in range(44): p.rect(i * 30 - 4, hz - 34, 5, 40, 'a85b3')
    p.rect(0, hz - 30, W, 4, 'a85b3'); p.rect(0, hz + 2, W, 10, 'a85b3')
    for x in (60, 420, 860, 1220):         # lamp posts
        p.rect(x - 4, 300, 8, 224, 'a9b2'); p.path(f'M{x-36},300q36,-30 72,0', 'none', 'a9b2', 6); p.circ(x - 36, 312, 15, 'c7'); p.circ(x + 36, 312, 15, 'c7')
    p.rect(0, hz + 12, W, 330, ('v', 'a45b4', 'a6b3', 'a8b2'))
    p.poly([(0, hz + 12), (W, hz + 12), (W, hz + 26), (0, hz + 26)], 'b2c2')
    for i in range(-2, 5): p.poly([(i * 330 + 60, 768), (i * 330 + 230, 768), (i * 330 + 206, 786), (i * 330 + 20, 786)], 'p')
    y = 712
    with p.g(over=True): p.ell(640, y + 6, 530, 20, 'a6')
    with p.g(op=.35): p.path(f'M140,{y+10}H1150L1120,{y+74}Q640,{y+100} 170,{y+70}Z', 'a')
    p.path('M120,690C112,640 118,606 150,594C220,574 300,566 350,560C400,512 452,484 520,478H800C862,482 900,512 946,556'
           'C1040,562 1120,574 1150,606C1168,630 1168,664 1162,690Q1160,704 1140,704H140Q122,704 120,690Z', 'a')
    p.path('M388,560C424,520 470,500 524,496H566V560Z', 'b3a3'); p.rect(580, 496, 130, 64, 'b3a3'); p.path('M724,496H796C846,500 876,526 904,560H724Z', 'b3a3')
    for x0 in (420, 600, 760):
        with p.g(clip='M388,560C424,520 470,500 524,496H566V560ZM580,496H710V560H580ZM724,496H796C846,500 876,526 904,560H724Z'): p.poly([(x0 + 50, 480), (x0 + 84, 480), (x0 + 30, 570), (x0 - 4, 570)], 'b1')
    p.path('M138,612C300,586 900,580 1146,600', 'none', 'b3a5', 5); p.path('M126,668H1160', 'none', 'a5b2', 6); p.path('M404,552C440,516 480,494 520,488H800', 'none', 'a4b2', 4)
    for x in (573, 717): p.path(f'M{x},500V690', 'none', 'a6b3', 3)
    for x in (600, 744): p.rect(x, 590, 44, 8, 'b2a3', 4)
    for x in (288, 985):
        p.circ(x, 694, 66, 'a'); p.circ(x, 694, 58, 'a8'); p.circ(x, 694, 38, 'b2a3'); p.circ(x, 694, 10, 'a9')
        for k in range(10):
            t = k * math.pi / 5; p.line([(x + 12 * math.cos(t), 694 + 12 * math.sin(t)), (x + 34 * math.cos(t), 694 + 34 * math.sin(t))], 'a8', 5)
    p.path('M1128,596Q1166,606 1164,632L1130,622Z', 'c3'); p.rect(118, 610, 20, 36, 'b9', 5)
    with p.g(over=True): p.poly([(1160, 612), (1290, 590), (1290, 740), (1160, 634)], ('h', 'c5', 'c1'))
    p.line([(1080, 572), (1080, 506)], 'a9', 5); p.path('M1080,508C1056,500 1040,516 1010,506V538C1040,548 1056,532 1080,540Z', 'b9c3')


SCENES = {
    'sidang-dunia': ('navy gold teal peach', sidang), 'pelabuhan-kargo': ('plum coral gold teal', kargo), 'kereta-perbatasan': ('navy lemon teal', kereta),
    'hanoi-sungai': ('mint coral gold forest', hanoi), 'latihan-laut': ('teal grey ink gold', latihan), 'balon-sampah': ('leaf gold violet coral', balon),
    'mobil-limosin': ('ink rose gold', limosin),
}
