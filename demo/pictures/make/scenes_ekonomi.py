"""Economy and environment: fields, stores, slopes, shores, reefs."""
import math
from riso import W, H, closed, smooth
from kit import sky, ridge, peak, cloud, puffs, glints, sunpath, birds, person, palm, tree, tufts, stars, gable
from kit_dunia import even


def surya(p):                              # a sky, b leaf, c navy, d gold
    sky(p, 'a75', 'a4', 'd2', y=420); p.circ(1010, 150, 74, 'd7'); puffs(p, 300, 190, 380, 'p'); puffs(p, 760, 240, 240, 'p', 5); r = p.rng
    peak(p, 560, 150, 900, 240, 'a6b2', 'a6c25'); ridge(p, 360, 60, 'b6a4', 460, 150); ridge(p, 395, 34, 'b7c3', 470, 90)
    for x in range(20, W, 150): palm(p, x + r.uniform(-40, 40), 420, r.uniform(60, 110), 'b8c5', r.uniform(-.15, .15))
    p.rect(0, 412, W, 450, ('v', 'b5d4', 'b7d3', 'b9c1'))
    P = lambda X, z: (640 + X / z, 400 + 460 / z)
    for k in range(-9, 10):                # plots, banks and rows of rice
        for j, (z0, z1) in enumerate(((9, 5), (5, 3), (3, 1.9), (1.9, .9))):
            p.poly([P(k * 560, z0), P(k * 560 + 500, z0), P(k * 560 + 500, z1 * 1.05), P(k * 560, z1 * 1.05)], ('b7d4', 'b8a2', 'b6d5', 'b85c1', 'b5d35')[(k * 2 + j * 3) % 5])
            if j > 1:
                for q in range(1, 9): p.line([P(k * 560 + q * 56, z0), P(k * 560 + q * 56, z1 * 1.05)], 'b9c25', 7 / z1)
    gable(p, 962, 500, 120, 100, 'p', 'd8c3', 'c6', side='a2c1'); p.path('M940,470H900V492', 'none', 'c6', 10)
    p.path('M895,490Q880,560 760,590Q560,630 480,870H640Q690,650 860,600Q930,570 925,490Z', 'p'); p.path('M901,490Q888,566 772,598Q592,640 510,870H616Q672,646 848,592Q914,566 918,490Z', ('v', 'a4', 'a7', 'a8c1'))
    p.path('M900,488Q896,505 898,520H916Q914,505 910,488Z', 'p')
    for x, y, s in ((60, 470, .34), (330, 470, .34), (600, 470, .34), (-60, 560, .6), (330, 560, .6), (-140, 735, 1.05), (690, 735, 1.05)):
        for m in range(2 if s > .5 else 3):
            w, h = 330 * s, 168 * s; x0 = x + m * w * 1.03; a = 54 * s
            if s > .9 and x > 0 and m > 1: continue
            with p.g(over=True): p.poly([(x0 - 30 * s, y + 86 * s), (x0 + w - 30 * s, y + 86 * s), (x0 + w + 60 * s, y + 44 * s), (x0 + 60 * s, y + 44 * s)], 'c45')
            for u in (.2, .8): p.rect(x0 + w * u, y - h * .4, 13 * s, 118 * s, 'p'); p.rect(x0 + w * u + 8 * s, y - h * .4, 5 * s, 118 * s, 'c5'); p.line([(x0 + w * u + 6 * s, y + 40 * s), (x0 + w * u + 50 * s, y - 50 * s)], 'c5', 6 * s)
            q = lambda u, v: (x0 + w * u + a * v, y - h * v)
            p.poly([(A, B + 9 * s) for A, B in (q(0, 0), q(1, 0))] + [q(1, 1), q(0, 1)], 'c3')
            p.poly([q(0, 0), q(1, 0), q(1, 1), q(0, 1)], 'p'); p.poly([q(.015, .03), q(.985, .03), q(.985, .97), q(.015, .97)], ('d', 'c75a5', 'c9a4', 'c95a5'))
            p.poly([q(.1, .97), q(.34, .97), q(.2, .03), q(.015, .03), q(.015, .3)], 'c6a6')
            for i in range(1, 6): p.line([q(i / 6, .03), q(i / 6, .97)], 'a3', max(1.2, 3 * s) if i != 3 else 5 * s)
            for i in range(1, 4): p.line([q(.015, i / 4), q(.985, i / 4)], 'a3', max(1, 2.4 * s))
    with p.g('translate(22 -26)'): person(p, 800, 560, 78, 'd9', 'd6c4', 'walk', -1, None, 'c8'); p.path('M776,492L800,474L824,492Z', 'd3')
    tufts(p, 800, 860, 'b9c4', 60, 1.5); birds(p, 430, 110, 'c7', 5, 14)


def beras(p):                              # a gold, b umber, c teal, d coral
    p.rect(0, 0, W, H, ('v', 'b85c3', 'b6a3c2', 'b4a3')); r = p.rng; X, Y = 640, 430
    for k in range(7):                     # roof trusses and skylights
        s = 1.5 * .72 ** k; y = Y - 330 * s; w = 800 * s
        p.poly([(X - w, y), (X, y - 110 * s), (X + w, y), (X + w, y + 20 * s), (X, y - 84 * s), (X - w, y + 20 * s)], f'b{9-k}c{max(1,5-k)}')
        p.line([(X - w, y + 20 * s), (X + w, y + 20 * s)], f'b{9-k}c3', 12 * s)
        for i in range(-5, 6): p.line([(X + w * i / 6, y + 20 * s), (X + w * (i + .5) / 6, y - 100 * s * (1 - abs(i + .5) / 6))], f'b{9-k}c2', 6 * s)
    p.rect(400, 250, 480, 260, 'a4b25'); p.rect(500, 290, 280, 220, 'p'); p.rect(512, 302, 256, 208, ('v', 'c35', 'c1', 'a3'))
    ridge(p, 440, 30, 'c5a5', 512, 60, x0=512, x1=768); p.path('M560,510V440H700V460L740,470V510Z', 'c7a2'); p.rect(704, 470, 24, 18, 'p'); p.circ(590, 510, 15, 'b9'); p.circ(714, 510, 15, 'b9')
    p.poly([(420, 508), (860, 508), (1700, 870), (-420, 870)], ('v', 'a3b1', 'a3b35', 'b6a3')); 
    with p.g(op=.75): p.poly([(512, 508), (768, 508), (960, 870), (320, 870)], ('v', 'p', 'a2', 'a35b2'))

    def stack(x, y, w, rows, cols, s, lean):
        sw, sh = w / cols, w / cols * .42
        for j in range(rows):
            n = cols - (j > rows - 3) * (j - rows + 3); o = sw * .5 * (j % 2) * .5
            for i in range(n):
                xx = x + i * sw + o if lean < 0 else x + w - (i + 1) * sw - o; yy = y - j * sh * .94; f = r.choice(('p', 'a15', 'a1b1', 'a2b1', 'a25b05'))
                p.poly([(xx, yy - sh), (xx + sw * .1, yy - sh * .5), (xx, yy - sh * .04)], f); p.poly([(xx + sw, yy - sh), (xx + sw * .9, yy - sh * .5), (xx + sw, yy - sh * .04)], 'b35a3'); p.rect(xx + sw * .02, yy - sh, sw * .96, sh * .97, f, round(sh * .42))
                p.path(f'M{xx+sw*.03:.1f},{yy-sh*.42:.1f}Q{xx+sw*.5:.1f},{yy-sh*.06:.1f} {xx+sw*.97:.1f},{yy-sh*.42:.1f}Q{xx+sw*.98:.1f},{yy-sh*.03:.1f} {xx+sw*.84:.1f},{yy-sh*.03:.1f}H{xx+sw*.16:.1f}Q{xx+sw*.02:.1f},{yy-sh*.03:.1f} {xx+sw*.03:.1f},{yy-sh*.42:.1f}Z', 'b35a35')
                p.rect(xx + sw * .3, yy - sh * .78, sw * .4, sh * .34, r.choice(('c6', 'd7', 'c6', 'c4')), 3)
        p.poly([(x - 14 * s, y), (x + w + 14 * s, y), (x + w + 14 * s, y + 10 * s), (x - 14 * s, y + 10 * s)], 'b8a3')
        for i in range(cols + 1): p.rect(x + i * sw - 8 * s, y + 10 * s, 16 * s, 14 * s, 'b9c3')
    for k in range(4):
        s = (.42, .58, .8, 1.12)[k]; y = 436 + 330 * s - 20; w = 520 * s
        for d in (-1, 1):
            x = X + d * (190 * s + 20) - (w if d < 0 else 0)
            with p.g(over=True): p.poly([(x, y), (x + w, y), (x + w + d * -30, y + 46 * s), (x - d * 30, y + 46 * s)], 'b5')
            stack(x, y, w, (14, 13, 12, 12)[k] - (d > 0) * (k % 2) * 2, 4, s, d)
            if k < 3:                      # each stack throws its shade on the one behind
                with p.g(over=True): p.rect(x - 20 if d < 0 else x + 50 * s, y - 590 * s, w - 50 * s + 20, 590 * s, ('h', 'b4', 'b25', 'p') if d < 0 else ('h', 'p', 'b25', 'b4'))
    with p.g(op=.22): p.poly([(300, 0), (430, 0), (700, 853), (420, 853)], 'p'); p.poly([(800, 0), (880, 0), (1040, 853), (860, 853)], 'p')
    p.ell(650, 788, 100, 14, 'b7')
    with p.g('rotate(-9 640 520)'): p.rect(524, 470, 226, 92, 'p', 38); p.poly([(528, 470), (556, 516), (524, 560)], 'a2'); p.poly([(748, 470), (720, 516), (752, 560)], 'b35a3'); p.path('M528,524Q640,552 748,524Q750,562 714,562H560Q526,562 528,524Z', 'b35a3'); p.rect(590, 484, 76, 34, 'd7', 4)
    person(p, 640, 788, 290, 'c8', 'b7a3', 'walk', 1, 'b95c4', 'b8c4'); p.path('M608,590Q580,560 590,524', 'none', 'b7a3', 17); p.path('M672,590Q704,560 690,520', 'none', 'b7a3', 17)
    person(p, 570, 560, 92, 'd8', 'b7a3', 'walk', -1, 'b95', 'b8c4')


def kopi(p):                               # a forest, b coral, c lemon, d violet
    sky(p, 'd45', ('b3d1', .4), ('b35c3', .7), 'c5', y=520); p.circ(860, 250, 66, 'c4'); cloud(p, 250, 130, 330, 'b25', 2); cloud(p, 1080, 120, 280, 'b25', 2); r = p.rng
    peak(p, 520, 90, 1150, 420, ('v', 'd75b1', 'd5b2', 'b3c3'), 'd8a2'); [p.rect(x, y, w, 22, 'b25c2', 11) for x, y, w in ((270, 372, 330), (420, 396, 420), (180, 420, 300))]
    ridge(p, 410, 90, 'a4d4', 600, 170); ridge(p, 460, 60, ('v', 'a6d2', 'a5c4'), 640, 130)
    def terrace(y0, y1, f, lip, x, bush, s, tilt):
        top = [(x0, y0 + tilt * (x0 - 640) / 640 + 26 * math.sin(x0 / 210 + y0)) for x0 in range(-40, 1330, 60)]
        d = smooth(top); p.path(d + f'L1330,{H}L-40,{H}Z', f); p.path(d, 'none', lip, 9 * s)
        for x0 in range(-30, 1330, round(74 * s)):
            yb = y0 + tilt * (x0 - 640) / 640 + 26 * math.sin(x0 / 210 + y0) + 34 * s; q = 33 * s * r.uniform(.85, 1.15)
            p.ell(x0 + 8, yb + q * .62, q * 1.15, q * .3, 'a7d4')
            for dx, dy, k in ((-.5, 0, .7), (.5, 0, .7), (0, -.5, .82), (0, .1, .75)): p.circ(x0 + dx * q, yb + dy * q, k * q, bush)
            p.path(f'M{x0-q*.7:.0f},{yb-q*.5:.0f}Q{x0-q*.1:.0f},{yb-q*1.5:.0f} {x0+q*.6:.0f},{yb-q*.8:.0f}Q{x0:.0f},{yb-q*.7:.0f} {x0-q*.7:.0f},{yb-q*.5:.0f}Z', 'a6c5')
            for i in range(7 if s > .8 else 4): p.circ(x0 + r.uniform(-.85, .85) * q, yb + r.uniform(-.8, .5) * q, max(1.8, 4.6 * s), 'b95' if r.random() < .75 else 'b5c7')
    for i, (y, s, t) in enumerate(((468, .4, 40), (512, .52, 50), (566, .68, 55), (632, .88, 60), (716, 1.15, 60))):
        if i in (1, 2, 3):
            for x in ((120, 1150), (300, 960), (40, 1220))[i - 1]:
                h = (150, 210, 330)[i - 1]; yb = y + t * (x - 640) / 640 + 14; p.path(f'M{x-h*.03},{yb+20}Q{x},{yb-h*.5} {x-h*.1},{yb-h*.8}L{x+h*.1},{yb-h*.8}Q{x+h*.02},{yb-h*.5} {x+h*.03},{yb+20}Z', 'd7a5b3')
                for dx, dy, w in ((-.25, .72, .3), (.25, .76, .3), (0, .9, .34), (0, .7, .3)): p.ell(x + dx * h, yb - dy * h, w * h, w * h * .42, ('a65c3', 'a75c3', 'a85d2')[i - 1]); p.ell(x + dx * h - 5, yb - dy * h - h * .04, w * h * .8, w * h * .22, 'a5c5')
        terrace(y, 0, ('v', ('a5c5', 'a55c55b1', 'c6a4b2', 'c6b3a3', 'b4c5d2')[i], 'b4c4d3'), 'c5b2', 0, ('a75', 'a8', 'a85', 'a9', 'a95d2')[i], s, t)
    p.poly([(940, 420), (985, 392), (1040, 392), (1080, 424)], 'b8d2'); p.rect(950, 422, 120, 44, 'c2'); p.rect(996, 436, 24, 30, 'd7')
    x, y = 720, 820                        # a picker
    p.ell(x + 20, y, 110, 16, 'd6a4'); person(p, x, y, 300, 'b9', 'b4c4d3', 'stand', 1, None, 'd8a4'); p.path(f'M{x-44},{y-190}L{x-52},{y-120}Q{x-50},{y-64} {x},{y-60}Q{x+50},{y-64} {x+52},{y-120}L{x+44},{y-190}Z', 'b95d2')
    p.path(f'M{x-78},{y-262}Q{x},{y-286} {x+78},{y-262}Q{x+30},{y-330} {x},{y-334}Q{x-30},{y-330} {x-78},{y-262}Z', 'c5'); p.path(f'M{x+10},{y-330}Q{x+40},{y-300} {x+78},{y-262}Q{x+40},{y-276} {x+4},{y-276}Z', 'c7b3')
    p.path(f'M{x-52},{y-150}H{x+58}L{x+44},{y-70}Q{x},{y-60} {x-38},{y-70}Z', 'c6b4d2'); p.ell(x + 3, y - 150, 55, 15, 'd7a4')
    for i in range(26): p.circ(x + 3 + r.uniform(-46, 46), y - 154 + r.uniform(-9, 5), 7, 'b95' if i % 4 else 'b5c8')
    for k in (0, 1, 2): p.path(f'M{x-50+k*4},{y-130+k*20}Q{x},{y-120+k*20} {x+54-k*5},{y-130+k*20}', 'none', 'b5c4d4', 4)
    for x0, y0, d in ((-10, 870, 1), (1290, 880, -1)):     # near branches with cherries
        for k in range(6):
            a = -.25 - k * .22; L = 300 - k * 14; ex, ey = x0 + d * L * math.cos(a), y0 + L * math.sin(a)
            p.path(f'M{x0},{y0}Q{(x0+ex)/2-30*d},{(y0+ey)/2-70} {ex},{ey}Q{(x0+ex)/2+50*d},{(y0+ey)/2+30} {x0},{y0}Z', ('a95d4', 'a85')[k % 2]); p.line([(x0, y0), (ex, ey)], 'a6c4', 3)
        for k in range(12): p.circ(x0 + d * r.uniform(20, 150), y0 - r.uniform(40, 150), 14, ('b95', 'b9d2', 'b6c8')[k % 3])


def bakau(p):                              # a teal, b leaf, c umber, d lemon
    p.rect(0, 0, W, 400, ('v', 'd5', 'd3b2', 'b4d3')); p.circ(640, 150, 90, 'd15'); r = p.rng
    for k, f in enumerate(('b4d3', 'b6d2', 'b7a3')):
        for i in range(14): p.circ(r.uniform(-20, W + 20), 200 + k * 40 + r.uniform(-50, 60) + (0 if k else -20), r.uniform(40, 90), f) if abs(i - 6.5) > 2.5 - k else None
        for i in range(12): x = r.uniform(0, W); p.rect(x, 230, 6 + k * 4, 170, f'c{3+k}b4')
        p.rect(0, 330 + k * 20, W, 80, f'b{4+k}d2')
    p.rect(0, 372, W, 490, ('v', 'a35', 'a5', 'a7', 'a85c2'))
    for x in (120, 420, 760, 1080):
        with p.g(op=.25): p.poly([(x, 380), (x + 80, 380), (x + 10, 800), (x - 130, 800)], ('v', 'd3', 'a6'))
    def mangrove(x, y, s, f, hi, n, muddy):
        for d in (-1, 1):
            for k in range(n):
                t = (k + 1) / n; ex = x + d * (40 + 300 * t) * s; sy = y - (20 + 190 * t) * s; w = (22 - 6 * t) * s
                p.path(f'M{x+d*8*s},{sy:.0f}C{x+d*(60+150*t)*s:.0f},{sy-10*s:.0f} {ex-d*12*s:.0f},{sy+90*s:.0f} {ex:.0f},{muddy+r.uniform(0,26):.0f}', 'none', f, round(w, 1))
                p.path(f'M{x+d*10*s},{sy-4*s:.0f}C{x+d*(60+150*t)*s:.0f},{sy-15*s:.0f} {ex-d*14*s:.0f},{sy+84*s:.0f} {ex-d*4*s:.0f},{muddy-20:.0f}', 'none', hi, round(w * .25, 1))
                if k % 2: p.path(f'M{x+d*(60+140*t)*s:.0f},{sy+40*s:.0f}Q{x+d*(20+80*t)*s:.0f},{sy+120*s:.0f} {x+d*(10+110*t)*s:.0f},{muddy+10}', 'none', f, round(w * .6, 1))
        p.path(f'M{x-16*s},{y-560*s}Q{x-22*s},{y-200*s} {x-34*s},{y-60*s}Q{x-20*s},{y+20*s} {x-14*s},{muddy}H{x+14*s}Q{x+20*s},{y+20*s} {x+34*s},{y-60*s}Q{x+22*s},{y-200*s} {x+16*s},{y-560*s}Z', f)
        p.path(f'M{x-8*s},{y-560*s}Q{x-12*s},{y-200*s} {x-20*s},{y-70*s}', 'none', hi, round(6 * s, 1))
    p.path(smooth([(-20, 640), (250, 610), (600, 640), (950, 606), (1310, 636)]) + 'V870H-20Z', 'c4a5')
    for x, s in ((130, .6), (1140, .62), (420, .48), (880, .5)): mangrove(x, 470, s, 'c5a45', 'c5a45', 3, 650)
    p.path(smooth([(-20, 740), (200, 700), (480, 735), (760, 700), (1040, 738), (1310, 704)]) + 'V870H-20Z', ('v', 'c65a2', 'c8a3'))
    mangrove(640, 470, 1.25, 'c85', 'c5d4', 6, 745)
    p.rect(0, 366, W, 10, 'p'); glints(p, 376, 440, 'p', 26)
    with p.g(op=.3): p.rect(0, 376, W, H, ('v', 'a6', 'a7'))
    for cx, cy, k, f in ((640, 30, 46, 'b8a5'), (640, 10, 40, 'b75d2'), (120, 60, 22, 'b7a4'), (1160, 60, 22, 'b7a4')):      # leaves
        for i in range(k):
            a, q = r.uniform(0, 6.28), r.uniform(.2, 1); p.ell(cx + math.cos(a) * q * (420 if k > 30 else 220), cy + math.sin(a) * q * 120, 52, 19, r.choice((f, 'b9a5', 'b6d4')), r.uniform(-50, 50))
    for x, h in ((450, 110), (540, 130), (730, 120), (860, 140), (250, 90)): p.ell(x, 132, 15, 20, 'c6d4'); p.path(f'M{x-8},146Q{x-13},{150+h*.7:.0f} {x+2},{150+h}Q{x+15},{150+h*.6:.0f} {x+8},146Z', 'b75d4')
    for x, s in ((90, 1), (1000, .9), (1190, 1.1), (280, .8)):                            # seedlings
        p.path(f'M{x-5*s},{735}L{x-2*s},{735-110*s}H{x+3*s}L{x+6*s},735Z', 'b7c4')
        for d in (-1, 1): p.path(f'M{x},{735-104*s}q{d*30*s},{-46*s} {d*56*s},{-30*s}q{-d*14*s},{34*s} {-d*56*s},{30*s}Z', 'b7d4'); p.path(f'M{x},{735-112*s}q{d*6*s},{-50*s} {d*22*s},{-64*s}q{d*4*s},{40*s} {-d*22*s},{64*s}Z', 'b5d6')
    for x, y, s, d in ((300, 520, 1, 1), (370, 560, .8, 1), (250, 570, .7, 1), (960, 540, 1.1, -1), (1040, 575, .8, -1), (560, 610, .6, 1)):
        with p.g(f'translate({x} {y}) scale({s*d} {s})'): p.path('M-40,0Q0,-30 44,0Q0,28 -40,0L-66,-20Q-58,0 -66,20Z', 'd9'); p.path('M-8,-14Q4,0 -8,13L4,14Q16,0 4,-15Z', 'c6'); p.circ(26, -3, 4, 'c9')
    for x, y in ((420, 780), (880, 790)): p.path(f'M{x-30},{y-16}l-16,16M{x+30},{y-16}l16,16M{x-26},{y-8}l-10,18M{x+26},{y-8}l10,18', 'none', 'd8c5', 5); p.ell(x, y - 18, 30, 18, 'd9c3'); p.circ(x - 9, y - 36, 5, 'c9'); p.circ(x + 9, y - 36, 5, 'c9'); p.circ(x - 46, y - 32, 12, 'd9c3'); p.circ(x + 46, y - 32, 12, 'd9c3')
    for i in range(16): p.ell(r.uniform(0, W), r.uniform(760, 850), r.uniform(8, 26), 6, 'c9a3')


def gambut(p):                             # a grey, b clay, c umber, d gold
    sky(p, 'a65b3', ('a4b2d1', .5), 'd3b15', y=440); p.circ(640, 235, 84, 'b6d7'); r = p.rng
    for x, s in ((250, 1.2), (1010, 1)):   # far smoke
        for i in range(9):
            with p.g(op=.45): p.ell(x + i * 34 * s + r.uniform(-20, 20), 380 - i * 34 * s, (40 + i * 16) * s, (30 + i * 7) * s, 'a3b1')
    ridge(p, 380, 14, 'a45b2', 460, 40); ridge(p, 398, 22, 'a5b3c1', 460, 24)
    p.rect(0, 412, W, 450, ('v', 'a3d4b2', 'a4d5c3', 'a5d4c6'))
    for k in range(70):                    # ground bands
        t = r.random() ** 1.5; y = 425 + 430 * t; x = r.uniform(-50, W + 50); p.ell(x, y, 60 + 190 * t, 3 + 15 * t, r.choice(('a4d6c1', 'c6b3', 'a5d5c3', 'd5a3', 'a6d4c4')))
    P = lambda X, z, Y=0: (640 + X / z, 405 + (460 + Y) / z)
    quad = lambda a, b, z0, z1, f: p.poly([P(a, z0), P(b, z0), P(b, z1), P(a, z1)], f)
    quad(-470, -330, 40, .9, 'c6b4'); quad(330, 470, 40, .9, 'c6b4'); quad(-350, 350, 40, .9, 'c9b3')
    p.poly([P(-290, 60), P(290, 60), P(290, .9), P(-290, .9)], ('v', 'd3b1', 'd2b15a2', 'a5', 'a9c2'))
    with p.g(clip=closed([P(-290, 60), P(290, 60), P(290, .9), P(-290, .9)])):
        p.poly([P(-290, 60), P(-290, .9), P(-190, .9)], 'a6c5'); p.poly([P(290, 60), P(290, .9), P(190, .9)], 'a6c5'); sunpath(p, 640, 425, 600, 8, 40, 'b4d5', 12); glints(p, 500, 853, 'a2d1', 26, 400, 900)
    for z in (3.2,):                       # a dam of logs with a gap for boats
        for X in list(range(-440, -60, 42)) + list(range(70, 450, 42)): x, y = P(X, z); p.rect(x, y - 46, 11, 66, 'c8b3' if X % 4 else 'c7b4', 4); p.ell(x + 5.5, y - 46, 5.5, 3, 'd4b3')
        for X0, X1 in ((-440, -60), (70, 452)):
            p.line([P(X0, z, -60), P(X1, z, -60)], 'b6d4', 7); p.line([P(X0, z, 20), P(X1, z, 20)], 'b6d4', 7)
    def dead(x, y, h, f):
        p.path(f'M{x-h*.035},{y}Q{x-h*.01},{y-h*.5} {x-h*.01},{y-h}L{x+h*.012},{y-h*.98}Q{x+h*.015},{y-h*.5} {x+h*.045},{y}Z', f)
        for u, d, l in ((.5, 1, .2), (.62, -1, .22), (.76, 1, .15), (.86, -1, .1)): p.path(f'M{x},{y-h*u:.0f}q{d*l*h*.6:.0f},{-h*.04:.0f} {d*l*h:.0f},{-h*.16:.0f}', 'none', f, round(max(2, h * .016), 1))
    for x, y, h in ((60, 470, 130), (190, 450, 100), (340, 440, 70), (980, 445, 90), (1090, 455, 130), (1230, 470, 160), (850, 436, 60), (420, 432, 56)): dead(x, y, h, 'c5a4b2')
    def fern(x, y, s, f):
        for k in range(9):
            a = math.pi * (k + .5) / 9; p.path(f'M{x},{y}Q{x+60*s*math.cos(a):.0f},{y-120*s*math.sin(a):.0f} {x+130*s*math.cos(a):.0f},{y-104*s*math.sin(a)+18*s:.0f}Q{x+40*s*math.cos(a):.0f},{y-70*s*math.sin(a):.0f} {x+8*s},{y}Z', f)
    for k in range(40):
        z = 6 * .955 ** k * 1.02; d = -1 if k % 2 else 1; x, y = P(d * r.uniform(440, 900), z); fern(x, y, .9 / z, r.choice(('a7d6c4', 'a5d8c2', 'a8d5c5')))
    for y, h, o in ((372, 60, .5), (410, 34, .55), (452, 30, .4), (515, 36, .28)):
        for i in range(6):
            with p.g(op=o): x = r.uniform(-100, W); w = r.uniform(420, 760); p.rect(x - w / 2, y + r.uniform(-24, 24), w, h, 'a2d1', round(h / 2))
    with p.g('translate(640 700)'):        # a boat
        p.ell(0, 22, 150, 16, 'c75a4'); p.path('M-170,-26Q-90,4 0,4Q90,4 176,-32Q140,28 80,34H-90Q-140,24 -170,-26Z', 'c9'); p.path('M-170,-26Q-90,4 0,4Q90,4 176,-32Q166,-14 156,-4Q80,18 0,18Q-90,18 -152,-4Z', 'd9b3')
    for t, f in (('translate(545 706)', 'b9'), ('translate(725 706) scale(-1 1)', 'd9b3')):
        with p.g(t): person(p, 0, 0, 150, f, 'b5c4', 'sit', 1, None, 'c9'); p.path('M-44,-110Q0,-124 46,-110Q12,-146 2,-148Q-10,-146 -44,-110Z', 'd4')
    p.line([(590, 640), (480, 760)], 'd5b3', 6); p.ell(474, 768, 9, 22, 'd5b3', 40)
    dead(110, 850, 560, 'c95'); dead(1190, 850, 480, 'c95'); dead(1260, 800, 300, 'c85b2')
    for x, y, s in ((40, 860, 1.2), (210, 870, 1), (1100, 870, 1.1), (1270, 860, 1.3), (330, 880, .7), (960, 880, .7)): fern(x, y, s, 'a9d6c6')


def gunung(p):                             # a plum, b coral, c gold, d ink
    sky(p, 'd8a6', ('a8b1', .3), ('a5b5', .55), ('b6c4', .8), 'c5', y=640); stars(p, 230, 'c15', 70); r = p.rng
    cloud(p, 190, 380, 380, 'a5b5', 2); cloud(p, 1120, 440, 340, 'a4b6', 2)
    pts = [(640, 330, 34), (632, 290, 46), (650, 246, 58), (622, 208, 70), (668, 176, 74), (640, 130, 90), (580, 120, 80), (720, 116, 86), (650, 60, 110), (540, 50, 90), (770, 40, 110), (860, 20, 100), (930, 50, 70), (470, 10, 90), (1010, 10, 80), (640, 0, 120), (1100, -10, 70)]
    for x, y, q in pts: p.circ(x, y, q, 'a75d5')
    for x, y, q in pts: p.circ(x - q * .14, y - q * .1 + 8, q * .82, 'a6d3b1')
    for x, y, q in pts: p.circ(x - q * .26, y - q * .06 + 10, q * .6, 'a55d2b2')
    with p.g(op=.8):
        for x, y, q in pts[:5]: p.circ(x - q * .1, y + q * .3, q * .5, 'b55a3c1')
    with p.g(over=True): p.circ(640, 330, 130, ('r', 'b7c5', 'b2', 'p'))
    p.path('M60,700C330,640 500,470 590,326Q612,346 640,338Q668,346 694,322C780,470 960,640 1240,700Z', ('v', 'a75b3', 'a8d2', 'a7d3b2'))
    p.path('M694,322C780,470 960,640 1240,700H760C760,620 690,540 706,470C690,430 660,400 668,342Q684,340 694,322Z', 'a85d6')
    p.path('M590,326Q612,346 640,338Q668,346 694,322L686,312Q640,330 598,314Z', 'b8c7'); p.path('M630,338Q622,380 640,412Q620,452 632,500Q648,450 650,414Q640,380 652,338Z', 'b8c5'); p.path('M612,336Q596,380 600,410Q614,380 622,338Z', 'b8c4')
    for pt in ((520, 470, 420, 690), (570, 470, 520, 700), (760, 520, 850, 700), (720, 480, 740, 700), (470, 550, 330, 690)): p.path(f'M{pt[0]},{pt[1]}Q{(pt[0]+pt[2])/2+10},{(pt[1]+pt[3])/2-30} {pt[2]},{pt[3]}Q{(pt[0]+pt[2])/2+30},{(pt[1]+pt[3])/2} {pt[0]},{pt[1]}Z', 'a9d5')
    ridge(p, 650, 50, 'a85d4', H, 90)
    for x in range(-10, 1300, 34): h = r.uniform(30, 66); y = 668 + 20 * math.sin(x / 170); p.poly([(x - h * .3, y), (x, y - h), (x + h * .3, y)], 'a9d6'); p.rect(x - 20, y - 2, 40, 20, 'a9d6')
    p.rect(0, 676, W, 190, ('v', 'a9d6', 'd9a6'))
    for x, y, w in ((110, 700, 90), (250, 716, 100), (420, 700, 84), (560, 722, 100), (730, 704, 90), (880, 720, 104), (1050, 700, 90), (1180, 722, 100)):
        gable(p, x, y + 20, w, w * .72, 'a6b3d3', 'a8d75'); [p.rect(x + w * u, y + 20 - w * .3, w * .16, w * .18, 'c8') for u in (.14, .42, .7)]
    p.path('M-20,870Q300,800 640,786Q980,772 1320,742V800Q960,816 700,870Z', 'a7b2d3'); p.path('M-20,870Q300,800 640,786Q980,772 1320,742', 'none', 'b5c3', 3)
    for i in range(11):                    # villagers with torches on the way down
        x = 240 + i * 92 + r.uniform(-10, 10); y = 838 - (x - 200) * .052; h = 84 - i * 3.4
        with p.g(over=True): p.circ(x - h * .3, y - h * .42, h * .62, ('r', 'c7b2', 'p'))
        person(p, x, y, h, ('d9a3', 'b7d4', 'a7d5')[i % 3], 'b4a4', 'walk', -1, 'd95', 'd95a4'); p.circ(x - h * .3, y - h * .42, h * .055, 'c5')
    palm(p, 70, 860, 300, 'd95a5', .14); palm(p, 1215, 860, 260, 'd95a5', -.12)


def sampah(p):                             # a teal, b coral, c lemon, d ink
    p.rect(0, 0, W, 300, ('v', 'a45', 'a2c1')); puffs(p, 880, 150, 300, 'p'); puffs(p, 260, 130, 240, 'p', 5); r = p.rng
    ridge(p, 190, 40, 'a5c3', 300, 130)
    p.rect(0, 226, W, 640, ('v', 'a35c2', 'a5c2', 'a7', 'a8d3'))
    for s in (-1, 1):                      # banks with houses
        q = lambda u: 640 + s * u
        p.poly([(q(150), 228), (q(700), 200), (q(700), 560), (q(560), 400)], 'a7c5'); p.poly([(q(150), 228), (q(560), 400), (q(700), 520), (q(700), 590), (q(548), 428)], 'd4c3b1')
        for k in range(5):
            w = 50 + 26 * k; x = q(190 + k * 98 + k * k * 6) - w / 2; y = 236 + k * 34
            gable(p, x, y, w, w * .95, ('p', 'c4', 'b3', 'a25', 'p')[k], ('b85', 'b7d3', 'd6', 'b85', 'b9d2')[(k + (s > 0)) % 5], 'd6a3', side='a2d2')
        for k in range(4): tree(p, q(240 + k * 120), 246 + k * 52, 80 + k * 34, 'a8c5', 'd7', shade='d25')
    p.path('M440,244Q640,176 840,244', 'none', 'd7a3', 10); p.line([(400, 246), (880, 246)], 'd7a3', 9); [p.line([(x, 246), (x, 216 + abs(x - 640) * .13)], 'd7a3', 4) for x in range(480, 820, 40)]
    glints(p, 270, 440, 'p', 26, 420, 860)
    boom = [(40, 470), (200, 560), (420, 628), (640, 650), (860, 628), (1080, 560), (1240, 470)]
    heap = closed([(90, 470), (260, 452), (420, 486), (560, 470), (700, 494), (860, 462), (1030, 474), (1190, 470), (1080, 556), (860, 624), (640, 646), (420, 624), (200, 556)])
    p.path(heap, 'a6d55c2')
    items = []
    for i in range(330):
        x, y = r.uniform(100, 1180), r.uniform(450, 640); e = (x - 640) / 600
        if y < 648 - 178 * e * e - 8 and y > 468 + 26 * math.sin(x / 70) - 8: items.append((y, x))
    for y, x in sorted(items):
        z = .55 + (y - 450) / 260; k = r.choice('bbbsscpo'); a = r.uniform(-70, 70); f = r.choice(('p', 'p', 'b85', 'c8', 'a4', 'b4', 'a8', 'c4', 'b6c6'))
        with p.g(f'translate({x:.0f} {y:.0f}) rotate({a:.0f}) scale({z:.2f})'):
            if k == 'b': p.path('M-30,-11Q-34,0 -30,11H14L28,5H38V-5H28L14,-11Z', f); p.rect(36, -6, 9, 12, r.choice(('b9', 'a9', 'd8')), 2); p.rect(-14, -11, 18, 22, r.choice(('a7', 'b7', 'c8')))
            elif k == 's': p.path('M-34,6Q-30,-26 -8,-20Q4,-34 18,-18Q40,-14 30,10Q6,24 -34,6Z', f); p.path('M-18,2Q-6,-12 4,-14M6,8Q16,-2 20,-8', 'none', 'd3a2', 3)
            elif k == 'c': p.poly([(-12, -18), (12, -18), (8, 18), (-8, 18)], f); p.ell(0, -18, 13, 5, 'd5a3')
            elif k == 'p': p.rect(-26, -16, 52, 32, f, 4); p.rect(-16, -6, 32, 12, 'b6')
            else: p.ring(0, 0, 17, 'd8', 11)
    with p.g(over=True): p.path(smooth([(x, y + 34) for x, y in boom]), 'none', 'd45', 26)
    p.path(smooth(boom), 'none', 'd8', 12); N = 19
    for i in range(N + 1):                 # floats
        u = i / N; x = 40 + 1200 * u; e = (x - 640) / 600; y = 650 - 180 * e * e; z = 1.25 - .5 * abs(e); an = -math.degrees(math.atan(.6 * e))
        with p.g(f'translate({x:.0f} {y:.0f}) rotate({an:.0f}) scale({z:.2f})'): p.rect(-30, -19, 60, 40, 'b85c4', 19); p.rect(-22, -14, 44, 9, 'c5b3', 5); p.rect(-5, -19, 10, 40, 'p'); p.rect(-28, 10, 56, 11, 'b8d4', 6)
    for x in (40, 1240): p.rect(x - 13, 380, 26, 130, 'd7'); p.rect(x - 13, 380, 9, 130, 'd5'); p.rect(x - 18, 370, 36, 16, 'b9')
    glints(p, 690, 853, 'a4', 40, big=1.2); glints(p, 700, 853, 'p', 10, big=.8)
    with p.g('translate(820 770)'):        # the crew's boat
        p.ell(0, 36, 240, 22, 'a8d5'); p.path('M-220,-26H230L190,36Q180,44 160,44H-180Q-206,30 -220,-26Z', 'c8'); p.path('M-216,-6H218L206,10H-210Z', 'd8'); p.path('M-204,20H200L190,36Q180,44 160,44H-180Q-198,34 -204,20Z', 'c7b4')
    for x, h, f in ((740, 200, 'b9'), (930, 190, 'a9d2')): person(p, x, 776, h, f, 'b4c3d4', 'stand', 1, None, 'd8'); p.rect(x - h * .1, 776 - h * .62, h * .2, 9, 'c4'); p.path(f'M{x-h*.12},{776-h*.92}Q{x},{776-h*1.08} {x+h*.12},{776-h*.92}Z', 'c9')
    p.rect(640, 735, 200, 54, 'c8'); p.rect(640, 744, 200, 14, 'd8'); p.line([(756, 690), (560, 604)], 'c4d2', 8); p.ring(528, 590, 34, 'd8', 7); p.circ(528, 592, 30, 'a4'); p.rect(846, 716, 62, 56, 'b7d2', 6); p.path('M846,720q14,-30 30,-20q20,-16 32,20Z', 'p')


def terumbu(p):                            # a teal, b coral, c violet, d lemon
    p.rect(0, 0, W, H, ('v', 'a2', 'a5', 'a75', 'a85c4')); r = p.rng
    for x in (180, 460, 700, 960, 1180):
        with p.g(op=.4): p.poly([(x, 0), (x + 80, 0), (x + 10, 760), (x - 190, 760)], ('v', 'p', 'a7'))
    for k, f in enumerate(('a65c2', 'a7c4')): ridge(p, 500 + k * 70, 120, f, H, 130)
    for i in range(30): x, y, h = r.uniform(0, W), 560, r.uniform(40, 100); p.path(f'M{x},{y}V{y-h}M{x},{y-h*.4:.0f}q-22,-6 -24,{-h*.4:.0f}M{x},{y-h*.3:.0f}q22,-6 24,{-h*.5:.0f}', 'none', 'a75c4', 11)
    p.path(smooth([(-20, 660), (180, 600), (420, 690), (640, 730), (860, 680), (1100, 590), (1310, 640)]) + 'V870H-20Z', ('v', 'c6a4', 'c8a5'))
    p.path(smooth([(300, 760), (480, 724), (660, 736), (860, 724), (1000, 770)]) + 'V870H300Z', 'd3b1')
    def branch(x, y, a, l, w, f, n):
        ex, ey = x + math.cos(a) * l, y + math.sin(a) * l; p.line([(x, y), (ex, ey)], f, w)
        if n:
            for d in (-.5, .05, .5): branch(ex, ey, a + d + r.uniform(-.15, .15), l * r.uniform(.62, .8), w * .76, f, n - 1)
        else: p.circ(ex, ey, w * .62, 'p' if f != 'd8' else 'd3')
    def stag(x, y, s, f):
        for a in (-2.3, -1.85, -1.4, -.9): branch(x, y, a, 74 * s, 24 * s, f, 2)
    def fan(x, y, s, f, g):
        p.path(f'M{x-8*s},{y}L{x-4*s},{y-60*s}C{x-190*s},{y-100*s} {x-150*s},{y-280*s} {x},{y-290*s}C{x+150*s},{y-280*s} {x+190*s},{y-100*s} {x+4*s},{y-60*s}L{x+8*s},{y}Z', f)
        for k in range(-4, 5): p.path(f'M{x},{y-40*s}Q{x+k*16*s:.0f},{y-150*s} {x+k*30*s:.0f},{y-(270-7*k*k)*s:.0f}', 'none', g, round(5 * s, 1))
        for q in (110, 160, 210): p.path(f'M{x-q*.6*s:.0f},{y-q*.8*s:.0f}Q{x},{y-q*1.25*s:.0f} {x+q*.6*s:.0f},{y-q*.8*s:.0f}', 'none', g, round(4 * s, 1))
    def brain(x, y, s, f, g):
        d = f'M{x-120*s},{y}C{x-130*s},{y-150*s} {x+130*s},{y-150*s} {x+120*s},{y}Z'; p.path(d, f)
        with p.g(clip=d):
            for k in range(6): yy = y - 100 * s + k * 22 * s; p.path(smooth([(x + (i - 5) * 26 * s, yy + (9 if (i + k) % 2 else -9) * s + abs(i - 5) ** 2 * 1.4 * s) for i in range(11)]), 'none', g, round(7 * s, 1))
    def table(x, y, s, f, g):
        p.path(f'M{x-26*s},{y}Q{x-10*s},{y-60*s} {x-60*s},{y-100*s}H{x+60*s}Q{x+10*s},{y-60*s} {x+26*s},{y}Z', g); p.path(f'M{x-170*s},{y-130*s}Q{x-100*s},{y-84*s} {x},{y-86*s}Q{x+100*s},{y-84*s} {x+170*s},{y-130*s}Z', g); p.ell(x, y - 130 * s, 172 * s, 24 * s, f)
        for k in range(26): a = r.uniform(0, 6.28); q = r.random() ** .5; p.circ(x + math.cos(a) * 155 * s * q, y - 132 * s + math.sin(a) * 17 * s * q, 5 * s, 'p')
    def tubes(x, y, s, f, g):
        for dx, h, w in ((-70, 120, 44), (60, 150, 46), (-20, 190, 50), (20, 90, 42), (100, 80, 38)): p.path(f'M{x+dx*s-w*.4*s},{y}L{x+dx*s-w*.5*s},{y-h*s}H{x+dx*s+w*.5*s}L{x+dx*s+w*.4*s},{y}Z', f); p.ell(x + dx * s, y - h * s, w * .5 * s, w * .2 * s, g)
    def anem(x, y, s, f):
        for k in range(15): a = math.pi * (k + .5) / 15; p.path(f'M{x+math.cos(a)*50*s:.0f},{y}Q{x+math.cos(a)*50*s+r.uniform(-20,20):.0f},{y-60*s:.0f} {x+math.cos(a)*110*s:.0f},{y-math.sin(a)*70*s-50*s:.0f}', 'none', f, round(15 * s, 1)); p.circ(x + math.cos(a) * 110 * s, y - math.sin(a) * 70 * s - 50 * s, 8.5 * s, 'd4b2')
    fan(90, 650, 1.15, 'c8b3', 'c5b1'); fan(1190, 640, 1.25, 'b7c4', 'b4c2'); table(330, 690, 1, 'a6d5', 'a8c4'); stag(950, 690, 1.1, 'd8'); tubes(1090, 690, 1, 'c7', 'c9a6')
    stag(200, 730, 1.05, 'b8'); brain(760, 740, .85, 'b5d5', 'b7c3'); brain(470, 770, 1, 'd75a3', 'a7d4'); tubes(40, 790, 1.1, 'd8b4', 'b7c5'); anem(900, 800, 1, 'b4c3')
    stag(1200, 840, 1.15, 'b75d2'); brain(1050, 850, 1, 'c6a3', 'c9a3'); brain(230, 860, 1.15, 'b7c2', 'b9c5'); anem(640, 850, 1, 'a5d5')
    p.ell(700, 846, 70, 14, 'd5b2'); p.path('M' + 'L'.join(f'{810+(34 if i%2 else 14)*math.cos(i*.628-1.57):.1f},{826+(24 if i%2 else 10)*math.sin(i*.628-1.57):.1f}' for i in range(1, 11)) + 'Z', 'c8b4')
    def fish(x, y, s, d, f, g):
        with p.g(f'translate({x:.0f} {y:.0f}) scale({s*d:.2f} {s:.2f})'):
            p.path('M-44,-4L-84,-30Q-72,0 -84,30L-44,6Z', g); p.path('M-24,-24Q4,-62 34,-26Z', g); p.path('M-12,24Q4,48 22,24Z', g); p.path('M-56,0C-26,-44 34,-46 64,0C34,44 -26,42 -56,0Z', f)
            p.path('M-14,-31Q2,0 -14,30L4,33Q20,0 4,-34Z', 'p'); p.path('M-40,-15Q-30,0 -40,14L-30,21Q-20,0 -30,-22Z', 'p'); p.circ(42, -8, 7, 'p'); p.circ(43, -8, 4, 'c95a9')
    for x, y, s, d, f, g in ((560, 440, 1.5, 1, 'b85d2', 'b9c4'), (760, 560, .8, -1, 'b85d2', 'b9c4'), (860, 300, 1.2, -1, 'd95', 'b6d7'), (985, 360, .9, -1, 'd95', 'b6d7'), (300, 330, 1, 1, 'c8', 'c95a5'), (190, 270, .75, 1, 'c8', 'c95a5'), (400, 570, .7, 1, 'd95', 'b6d7')): fish(x, y, s, d, f, g)
    for i in range(34): x, y = 560 + r.uniform(-170, 170), 170 + r.uniform(-60, 60); p.path(f'M{x:.0f},{y:.0f}q14,-11 28,0q-14,11 -28,0l-9,-8v16Z', 'a85c4')
    for i in range(22): p.ring(r.choice((700, 340, 1040)) + r.uniform(-20, 20), r.uniform(60, 520), r.uniform(4, 11), 'p', 2.5)


SCENES = even({
    'panel-surya': ('sky leaf navy gold', surya), 'beras-gudang': ('gold umber teal coral', beras), 'kopi-kebun': ('forest coral lemon violet', kopi),
    'mangrove': ('teal leaf umber lemon', bakau), 'gambut': ('sky clay umber gold', gambut), 'gunung-api': ('plum coral gold ink', gunung),
    'sungai-sampah': ('teal coral lemon ink', sampah), 'terumbu': ('teal coral violet lemon', terumbu),
})
