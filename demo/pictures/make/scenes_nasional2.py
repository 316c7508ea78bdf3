"""National news, second half: the polling place, markets, boats, a workshop, high tide."""
import math
from riso import W, H
from kit import ridge, cloud, puffs, glints, birds, person, palm, tree, skyline


def tps(p):                                # a red, b sky, c ink, d gold
    p.rect(0, 0, W, 560, ('v', 'b25', 'b15d1', 'd2')); tree(p, 80, 500, 330, 'b6d5', 'c5d3'); tree(p, 1210, 500, 300, 'b6d5', 'c5d3'); ridge(p, 430, 70, 'b35d2', 560, 140)
    p.rect(0, 500, W, 360, ('v', 'd35', 'd45a15'))
    for i in range(-1, 17): p.path(f'M{i*80},-10H{i*80+80}V96a40,40 0 0 1 -80,0Z', 'a9' if i % 2 else 'p')   # awning
    p.rect(0, 0, W, 26, 'a9c35')
    for x in (28, 1238): p.rect(x, 90, 14, 450, 'c7'); p.rect(x, 90, 5, 450, 'c4')
    for i in range(4):                     # the booths, with voters behind them
        x, y, w, h = 96 + i * 280, 500, 226, 172
        if i != 2:
            f = ('b9c3', 'd9', '', 'a8')[i]; p.line([(x + w * .42, y + 30), (x + w * .4, y + 128)], 'c85', 22); p.line([(x + w * .58, y + 30), (x + w * .6, y + 128)], 'c85', 22)
            p.path(f'M{x+w*.22},{y+30}V{y-160}q4,-40 60,-46h8q56,6 60,46V{y}Z', f); p.rect(x + w * .46, y - 226, w * .08, 30, 'd4a3c2'); p.circ(x + w * .5, y - 244, 33, 'd4a3c2')
            p.path(f'M{x+w*.5-37},{y-236}a37,40 0 0 1 74,0q-8,-18 -37,-18t-37,18Z' if i else f'M{x+w*.5-40},{y-190}q-6,-96 40,-96t40,96q-40,14 -80,0Z', 'c9' if i else 'a7')
            if i == 0: p.ell(x + w * .5, y - 246, 24, 28, 'd4a3c2')
        p.rect(x + 16, y + 20, 10, 116, 'c7'); p.rect(x + w - 26, y + 20, 10, 116, 'c7'); p.rect(x - 8, y + 8, w + 16, 18, 'c6d4')
        p.poly([(x, y + 8), (x, y - h + 14), (x + 44, y - h), (x + 44, y + 8)], 'b5c2'); p.poly([(x + w, y + 8), (x + w, y - h + 14), (x + w - 44, y - h), (x + w - 44, y + 8)], 'b6c35')
        p.rect(x + 44, y - h, w - 88, h + 8, 'p'); p.rect(x + 44, y - h, w - 88, 14, 'a9'); p.rect(x + w * .5 - 26, y - 112, 52, 62, 'b4'); p.circ(x + w * .5, y - 90, 11, 'p'); p.path(f'M{x+w*.5-18},{y-54}q18,-34 36,0Z', 'p')
    p.poly([(60, 664), (1220, 664), (1330, 853), (-50, 853)], 'a9'); p.poly([(60, 664), (1220, 664), (1234, 690), (46, 690)], 'a7')   # table
    for k in range(12): p.path(f'M{70+k*104},690q{-10+k*2},80 {-40+k*8},170', 'none', 'a9c35', 5)
    with p.g(over=True): p.ell(690, 716, 330, 34, 'c5')
    x, y, w, h = 420, 716, 400, 292        # the box
    p.poly([(x + w, y), (x + w, y - h), (x + w + 76, y - h - 50), (x + w + 76, y - 44)], 'b45c45'); p.rect(x, y - h, w, h, 'p')
    p.poly([(x - 12, y - h), (x + w + 8, y - h), (x + w + 88, y - h - 56), (x + 76, y - h - 56)], 'b35'); p.rect(x - 12, y - h, w + 20, 34, 'b6c2'); p.poly([(x + w + 8, y - h), (x + w + 88, y - h - 56), (x + w + 88, y - h - 24), (x + w + 8, y - h + 34)], 'b6c5')
    p.poly([(x + 150, y - h - 18), (x + 300, y - h - 18), (x + 330, y - h - 36), (x + 182, y - h - 36)], 'c95')
    p.rect(x, y - 34, w, 34, 'b25'); p.rect(x + 36, y - h + 70, w - 72, 150, 'a9', 10); p.circ(x + w * .5, y - h + 145, 56, 'p'); p.path(f'M{x+w*.5-28},{y-h+146}l20,24l38,-52', 'none', 'a9', 15)
    p.rect(x + w * .5 - 20, y - h + 22, 40, 36, 'd9', 6); p.path(f'M{x+w*.5-12},{y-h+24}v-14a12,12 0 0 1 24,0v14', 'none', 'c7', 6)
    p.poly([(x + 168, y - h - 24), (x + 308, y - h - 24), (x + 322, y - h - 150), (x + 184, y - h - 158)], 'p'); p.poly([(x + 168, y - h - 24), (x + 238, y - h - 24), (x + 252, y - h - 153), (x + 184, y - h - 158)], 'd15c1'); p.line([(x + 252, y - h - 153), (x + 238, y - h - 24)], 'b5', 3)
    p.path('M1300,60L1300,250C1120,300 960,300 800,318L760,300C740,286 742,262 764,254L700,246C678,240 684,214 708,212L800,216C850,196 900,190 950,176C1080,140 1200,90 1300,60Z', 'd4a35c15')   # the hand
    p.path('M764,254C800,256 830,262 850,274M760,300C780,306 800,304 820,298', 'none', 'a6c4d3', 5); p.path('M1300,40L1300,270C1200,300 1110,306 1040,306L1006,166C1110,136 1210,84 1300,40Z', 'b9c4'); p.path('M1040,306L1006,166', 'none', 'c5b4', 12); p.ell(704, 229, 11, 10, 'a2d2')


def pasar(p):                              # a coral, b gold, c teal, d umber
    P = lambda X, Y, z: (640 + X / z, 190 + Y / z)
    quad = lambda pts, f: p.poly([P(*q) for q in pts], f)
    p.rect(0, 0, W, 330, ('v', 'c35', ('b25', .4), ('b5a2', 1))); p.circ(640, 176, 100, 'b35'); p.circ(640, 176, 72, 'p'); ridge(p, 210, 50, 'c4b2', 300, 130); skyline(p, 240, 24, 64, 'd35b2', 30, 60)
    for i in range(14): tree(p, i * 96, 262, p.rng.uniform(50, 80), 'c7b5')
    p.rect(0, 240, W, 620, ('v', 'b4a15', 'b25', 'b3d15'))
    with p.g(over=True): quad(((-70, 580, 8), (70, 580, 8), (110, 580, .8), (-110, 580, .8)), ('v', 'b4', 'p'))
    zs = [7.4, 5.2, 3.75, 2.75, 2.02, 1.5, 1.1, .8]; r = p.rng
    cols = ['a9', 'c85', 'b9', 'a6b4', 'c6b2', 'b9a4', 'c9d2']; fruit = ['a9', 'b9', 'c8b6', 'a6b7', 'c5b8', 'p', 'a9d3']
    folk = (((-40, 1, 'd9', 0), (70, -1, 'a8', 1)), ((110, -1, 'c9', 1), (-100, 1, 'd8', 0)), ((-30, 1, 'b9', 1),), ((110, -1, 'c9d3', 0), (-130, 1, 'a9', 0)), ((20, 1, 'a9', 1),), ((-120, 1, 'd9c2', 0), (130, -1, 'b9', 0)), ())
    for k in range(7):
        za, zb = zs[k], zs[k + 1] * 1.1; z = (za + zb) / 2
        for d in (-1, 1):
            n_ = k * 2 + (d > 0) * 3; f = cols[n_ % 7]; plain = n_ % 3 == 1
            quad(((d * 240, 580, za), (d * 760, 580, za), (d * 760, 580, zb), (d * 240, 580, zb)), 'd4b2'); quad(((d * 720, 130, za), (d * 720, 130, zb), (d * 720, 580, zb), (d * 720, 580, za)), 'd55b2')
            for X in (300, 700): p.line([P(d * X, 130, za), P(d * X, 580, za)], 'd7', 12 / za)
            x, y = P(d * 560, 420, z); person(p, x, y, 250 / z, r.choice(['p', 'c7', 'a7', 'b8']), 'd6b3', 'bust', hair=r.choice(['d95', 'c6', 'a8']))
            quad(((d * 300, 430, za), (d * 300, 430, zb), (d * 300, 580, zb), (d * 300, 580, za)), ['c5d4', 'd6b3', 'a5d4'][n_ % 3]); quad(((d * 300, 430, zb), (d * 600, 430, zb), (d * 600, 580, zb), (d * 300, 580, zb)), ['c4d25', 'd45b3', 'a4d25'][n_ % 3])
            quad(((d * 286, 422, za), (d * 286, 422, zb), (d * 610, 422, zb), (d * 610, 422, za)), 'b4d3')
            for j in range(2):
                for i in range(3):
                    x, y = P(d * (344 + i * 96), 412, za + (zb - za) * (j + .75) / 2.2); s = 46 / z; g = fruit[(n_ + i) % 7]
                    for u, v in ((-.75, 0), (.75, 0), (0, -.2), (-.35, -1), (.4, -1.05)): p.circ(x + u * s, y + v * s, s * .62, g)
            for X in (300, 700): p.line([P(d * X, 130, zb), P(d * X, 580, zb)], 'd8', 13 / zb)
            R = [(220, 140), (346, 86), (480, 50), (614, 86), (750, 140)]
            for i in range(4):             # a striped, pitched awning
                (X0, Y0), (X1, Y1) = R[i], R[i + 1]
                for q in range(4):
                    u, v = [1 / (1 / za + (1 / zb - 1 / za) * w / 4) for w in (q, q + 1)]
                    quad(((d * X0, Y0, u), (d * X1, Y1, u), (d * X1, Y1, v), (d * X0, Y0, v)), (f if q % 2 == 0 or plain else 'p') + ('d2' if i > 1 and (q % 2 == 0 or plain) else ''))
            quad([(d * X, Y, zb) for X, Y in R], f + 'd35'); quad(((d * 220, 140, zb), (d * 750, 140, zb), (d * 750, 182, zb), (d * 220, 182, zb)), f + 'd15'); quad(((d * 220, 140, za), (d * 220, 140, zb), (d * 220, 182, zb), (d * 220, 182, za)), f + 'd25')
            for i in range(5): (x, y), (x2, _) = P(d * (273 + i * 106), 182, zb), P(53, 0, zb); p.circ(x, y, (x2 - 640) * .94, f + 'd15')
        for X, m, f, hd in folk[k]:
            x, y = P(X, 580, z); h = 300 / z
            with p.g(over=True): p.poly([(x - h * .1, y), (x + h * .1, y), (x + h * .18 + (x - 640) * .3, y + h * .5), (x - h * .14 + (x - 640) * .3, y + h * .5)], 'd3c15')
            person(p, x, y, h, f, 'd6b3', 'walk', m, 'd95' if hd else 'c6d2', 'd85')
            if hd: p.ell(x, y - h * 1.0, h * .2, h * .05, 'd6b5'); p.path(f'M{x-h*.15:.0f},{y-h*1.01:.0f}q{h*.15:.0f},-{h*.2:.0f} {h*.3:.0f},0Z', 'c8b5' if m > 0 else 'a7b5')
            else: p.path(f'M{x+h*.1:.0f},{y-h*.36:.0f}h{h*.16:.0f}l-{h*.02:.0f},{h*.16:.0f}h-{h*.12:.0f}Z', 'b8a3')


def perahu(p, x, y, s, f, g, h):
    with p.g(f'translate({x} {y}) scale({s})'):
        hull = 'M-140,-172C-128,-86 -70,-18 -16,2H16C70,-18 128,-86 140,-172Q60,-186 0,-262Q-60,-186 -140,-172Z'; half = 'M0,-262Q60,-186 140,-172C128,-86 70,-18 16,2H0Z'
        p.line([(0, -250), (0, -560)], 'd9', 9); p.line([(0, -550), (-118, -300)], 'd8', 2.5); p.line([(0, -550), (118, -300)], 'd8', 2.5); p.line([(-86, -470), (86, -470)], 'd9', 6)
        for k in (-62, 62): p.ell(k, -446, 15, 20, 'c8')
        p.poly([(0, -556), (52, -540), (0, -520)], 'b9')
        p.rect(-84, -366, 168, 190, 'p'); p.rect(30, -366, 54, 190, 'a25'); p.rect(-98, -384, 196, 24, h); [p.rect(-70 + k * 50, -340, 38, 44, 'd85a3') for k in range(3)]; p.rect(-84, -280, 168, 14, g)
        p.path(hull, f); p.path('M0,-262Q-60,-186 -140,-172L-136,-146Q-56,-160 0,-230Q56,-160 136,-146L140,-172Q60,-186 0,-262Z', 'p'); p.path('M-134,-134Q-54,-146 0,-212Q54,-146 134,-134L130,-112Q52,-124 0,-186Q-52,-124 -130,-112Z', g)
        p.path('M-66,-26C-40,-30 40,-30 66,-26Q40,-8 16,2H-16Q-40,-8 -66,-26Z', h)
        with p.g(over=True): p.path(half, 'd25a1')
        p.line([(0, -268), (0, -6)], 'd8', 8)
        for d in (-1, 1): p.ell(d * 62, -84, 17, 12, 'p', d * -28); p.circ(d * 60, -82, 7, 'd9')
        for d in (-1, 1): p.circ(d * 116, -120, 15, 'd9'); p.circ(d * 116, -120, 7, 'a5')


def dermaga(p):                            # a teal, b red, c gold, d navy
    p.spread = .65
    p.rect(0, 0, W, 500, ('v', 'a45', 'a25', 'c15')); puffs(p, 330, 190, 420, 'p', 8); puffs(p, 1050, 240, 340, 'p', 6); cloud(p, 780, 90, 240, 'p', 2)
    ridge(p, 380, 110, 'a45d1', 520, 170); ridge(p, 420, 60, 'a65d15c2', 520, 120); birds(p, 700, 150, 'd8', 7, 16)
    for i in range(5): palm(p, 60 + i * 280 + p.rng.uniform(-30, 30), 470, p.rng.uniform(120, 160), 'a8d4c2', p.rng.uniform(-.15, .15))
    p.rect(120, 384, 420, 80, 'c2'); p.poly([(90, 388), (150, 336), (510, 336), (570, 388)], 'b8c3'); [p.rect(140 + k * 66, 400, 40, 64, 'd6a3') for k in range(6)]
    p.rect(0, 500, W, 360, ('v', 'a55', 'a75', 'a85d35'))
    for i in range(15): p.rect(i * 92 - 8, 480, 18, 70, 'd7c4')
    p.rect(0, 458, W, 32, 'c55d2'); p.rect(0, 484, W, 12, 'd6c5'); r = p.rng
    for x, h, d, f in ((70, 84, 1, 'b8'), (205, 80, -1, 'd85'), (505, 84, 1, 'c9'), (520, 80, 1, 'd8'), (770, 86, -1, 'd85'), (800, 84, 1, 'b8'), (1065, 84, -1, 'c9'), (1090, 80, -1, 'd8')):
        person(p, x, 462, h, f, 'c4d4', 'walk', d, 'd95', 'd7')
    for x, y, s, f, g, h in ((210, 560, .66, 'b9', 'c9', 'd8'), (1075, 560, .66, 'c9', 'b9', 'd8'), (640, 560, .64, 'd85', 'c9', 'b9')): perahu(p, x, y, s, f, g, h)
    front = ((40, 668, 1.0, 'd85', 'b9', 'b9'), (425, 676, 1.08, 'c9', 'a9', 'b9'), (850, 676, 1.08, 'a95d2', 'c9', 'b9'), (1245, 668, 1.0, 'b9', 'p', 'd85'))
    for x, y, s, f, g, h in front:         # reflections, then the hulls
        with p.g(op=.5): p.path(f'M{x-66*s},{y}C{x-96*s},{y+40*s} {x-134*s},{y+90*s} {x-120*s},{y+140*s}Q{x},{y+200*s} {x+120*s},{y+140*s}C{x+134*s},{y+90*s} {x+96*s},{y+40*s} {x+66*s},{y}Z', f)
        perahu(p, x, y, s, f, g, h); p.ell(x, y + 2, 92 * s, 7 * s, 'a3')
    glints(p, 570, H, 'a35', 22); glints(p, 640, H, 'p', 20)
    with p.g('translate(640 800)'):        # a dinghy
        p.path('M-150,-28Q-120,26 -70,28H70Q120,26 150,-28Q80,-10 0,-10T-150,-28Z', 'b9'); p.path('M-150,-28Q-80,-10 0,-10T150,-28Q90,4 0,6T-150,-28Z', 'c4d3'); p.path('M-34,-14Q-40,-86 4,-92Q48,-86 44,-14Z', 'p'); p.circ(2, -106, 20, 'c4d4'); p.path('M-44,-106L2,-142L48,-106Z', 'c9'); p.line([(-20, -70), (-70, -44)], 'p', 17); p.line([(-40, -92), (-160, 50)], 'd8c3', 7)
        p.path('M-170,40Q0,20 170,38', 'none', 'a3', 4)


def motor(p, x, y, s, f, flip=1):
    """An electric moped seen from the side."""
    with p.g(f'translate({x} {y}) scale({s*flip} {s})'):
        for q in (-118, 126):
            p.circ(q, -54, 55, 'a95'); p.circ(q, -54, 37, 'b2a15'); p.circ(q, -54, 12, 'a8')
            for k in range(6): t = k * math.pi / 3; p.line([(q, -54), (q + 34 * math.cos(t), -54 + 34 * math.sin(t))], 'a6', 4)
        p.line([(126, -54), (84, -196)], 'a7', 13); p.line([(-118, -54), (-30, -72)], 'a8', 18); p.line([(-118, -60), (-96, -134)], 'a75', 10)
        p.path('M-166,-150C-130,-172 -70,-160 -40,-150L-6,-92H44L70,-176L96,-196L112,-150C96,-96 76,-62 50,-52H-24C-50,-56 -60,-92 -96,-104C-130,-110 -160,-126 -166,-150Z', f)
        p.path('M60,-120L80,-176L110,-150C104,-122 96,-102 84,-84Z', 'p'); p.path('M-172,-156C-160,-178 -120,-182 -34,-172Q-18,-168 -30,-154Q-90,-150 -172,-156Z', 'a95')
        p.path('M80,-112Q126,-128 176,-92Q150,-108 122,-106Z', f); p.rect(-26, -90, 66, 46, 'c6', 7); p.path('M12,-86L-6,-64H6L0,-48L22,-72H8Z', 'b9')
        p.line([(84, -190), (70, -232), (38, -240)], 'a95', 9); p.circ(98, -204, 19, f); p.circ(104, -204, 12, 'b3'); p.line([(70, -232), (64, -266)], 'a8', 4); p.ell(62, -272, 15, 10, 'a8'); p.rect(-172, -138, 14, 18, 'd9', 4)


def bengkel(p):                            # a umber, b gold, c mint, d coral
    p.rect(0, 0, W, 620, ('h', 'a35b4', 'b45a15', 'b35')); p.rect(0, 0, W, 66, 'a8'); r = p.rng
    for k in range(9): p.rect(k * 160 - 30, 0, 18, 66, 'a95')
    p.rect(70, 128, 640, 286, 'c55a15'); p.rect(70, 128, 640, 12, 'a6'); p.rect(70, 404, 640, 14, 'a7')
    T = lambda x, y, a, w=10: p.line([(x + u, y + v) for u, v in a], 'a9', w)
    for i in range(5):                     # spanners in order of size
        x, l = 108 + i * 40, 150 - i * 16; T(x, 168, [(0, 14), (0, l)], 11); p.ring(x, 170, 11, 'a9', 8); p.path(f'M{x-12},{168+l+16}q-4,-18 12,-20q16,2 12,20', 'none', 'a9', 8)
    for i in range(4):
        x = 330 + i * 34; T(x, 170, [(0, 66), (0, 112 - i * 6)], 7); p.rect(x - 10, 160, 20, 62, ('d9', 'b9', 'd9', 'b9')[i], 8)
    T(520, 170, [(0, 20), (0, 130)], 12); p.rect(488, 158, 64, 32, 'a9', 5); p.path('M590,166q-26,60 -14,120M590,166q26,60 14,120', 'none', 'a9', 11); p.circ(590, 206, 11, 'd9'); p.ring(658, 214, 36, 'a9', 15); p.ring(658, 214, 12, 'a7', 5)
    for i in range(3): p.ring(150 + i * 66, 366, 23, 'a8', 9)
    p.path('M350,330H540L524,352H366Z', 'd9'); p.path('M540,330q40,-2 50,-30', 'none', 'a9', 8); p.rect(600, 300, 80, 90, 'b8', 6); p.path('M648,312L618,352H640L632,382L664,338H642Z', 'a9')
    p.rect(790, 100, 400, 520, 'p'); p.rect(790, 100, 400, 520, ('v', 'c3', 'b15', 'b3')); p.circ(1010, 250, 60, 'p')      # open shutter, street outside
    with p.g(clip='M790,100H1190V620H790Z'):
        palm(p, 870, 560, 330, 'c8a3', .12); ridge(p, 430, 60, 'c6', 620, 90, x0=740, x1=1240); p.rect(1060, 330, 150, 240, 'd35b2'); p.poly([(1030, 336), (1080, 270), (1230, 270), (1230, 336)], 'd8'); p.rect(1090, 400, 46, 60, 'a6'); p.rect(790, 548, 400, 80, 'a25b3')
    for k in range(5): p.rect(780, 96 + k * 17, 420, 13, 'a55b2')
    p.rect(772, 90, 20, 535, 'a8'); p.rect(1188, 90, 20, 535, 'a8')
    p.rect(0, 612, W, 250, ('v', 'a4b3', 'a55b3', 'a7b2')); p.rect(0, 606, W, 10, 'a7')
    with p.g(over=True): p.poly([(790, 616), (1190, 616), (1010, 860), (240, 860)], 'p')
    p.poly([(790, 616), (1190, 616), (960, 860), (330, 860)], 'b4a15')
    p.rect(60, 476, 330, 20, 'a8'); p.rect(76, 496, 16, 120, 'a8'); p.rect(360, 496, 16, 120, 'a8'); p.rect(110, 520, 120, 96, 'd85'); [p.rect(118, 530 + k * 28, 104, 20, 'd9a3') for k in range(3)]
    p.rect(150, 420, 84, 56, 'c8a3', 6); p.rect(262, 436, 60, 40, 'a9', 6); p.rect(276, 446, 32, 10, 'b9')
    for x in (250, 560):                   # lamps
        p.rect(x - 2, 60, 5, 46, 'a9'); p.poly([(x - 60, 136), (x - 22, 100), (x + 22, 100), (x + 60, 136)], 'd9a2'); p.ell(x, 138, 34, 12, 'b2')
        with p.g(op=.4): p.poly([(x - 50, 140), (x + 50, 140), (x + 230, 600), (x - 230, 600)], ('v', 'b3', 'b35a15'))
    sh = lambda x, y, w: p.ell(x, y, w, 16, 'a8b2')
    sh(1040, 662, 170); motor(p, 1040, 660, .86, 'c9', -1); sh(300, 690, 170); motor(p, 300, 690, .94, 'd9', 1)
    p.rect(556, 736, 380, 22, 'a9'); p.poly([(640, 758), (860, 758), (900, 806), (600, 806)], 'a85'); p.ell(748, 808, 240, 18, 'a85b2'); motor(p, 748, 738, 1.34, 'b95', 1)   # on the lift
    p.path('M735,650C700,760 560,700 470,600C430,560 400,520 322,466', 'none', 'c7a3', 8)
    person(p, 500, 806, 300, 'd85', 'b4d3a2', 'sit', 1, 'a95', 'c7a5'); p.line([(510, 640), (570, 672), (640, 650)], 'b4d3a2', 22); p.line([(640, 652), (690, 628)], 'a9', 10); p.rect(458, 728, 70, 80, 'a85', 6)
    person(p, 1180, 742, 330, 'p', 'b4d3a2', 'stand', -1, 'a95', 'c7a5')


def rob(p):                                # a teal, b peach, c ink, d coral
    P = lambda X, Y, z: (640 + X / z, 395 + Y / z)
    WL = 230
    p.rect(0, 0, W, 470, ('v', 'a45c2', ('a2b3', .4), ('b7', .75), ('b4', 1))); cloud(p, 470, 120, 480, 'a35c15b2', 3); cloud(p, 860, 230, 360, 'b45c1', 2)
    p.rect(0, 440, W, 420, ('v', 'b5', ('b4a2', .25), ('a45b2', .6), 'a75c25')); p.circ(640, 372, 52, 'p'); p.ell(640, 470, 40, 50, 'p'); r = p.rng
    zs = [7.5, 5.4, 3.9, 2.85, 2.1, 1.55, 1.12, .8]; wall = ['b35d1', 'a3', 'a25b2', 'd35b2', 'a4c1', 'b5', 'a15c15', 'd5', 'p', 'a35']

    def house(k, d, m):
        za, zb = zs[k], zs[k + 1] * 1.05; i = (k * 2 + (d > 0) * 5) % 10; f = wall[i]; hh = 300 + 70 * ((k * 3 + (d > 0)) % 3)
        q = lambda pts, c: p.poly([P(X, 2 * WL - Y if m else Y, z) for X, Y, z in pts], c)
        S = lambda X, y0, y1, u0, u1, c: q([(X, y0, za + (zb - za) * u0), (X, y0, za + (zb - za) * u1), (X, y1, za + (zb - za) * u1), (X, y1, za + (zb - za) * u0)], c)
        q([(d * 390, -hh, zb), (d * 820, -hh, zb), (d * 820, WL, zb), (d * 390, WL, zb)], f); q([(d * 390, -hh, zb), (d * 605, -hh - 120, zb), (d * 820, -hh, zb)], f)
        S(d * 390, -hh, WL, 0, 1, f + 'c3' if 'c' not in f else 'a4c4'); S(d * 390, 90, WL, 0, 1, 'a3c5'); S(d * 390, 150, WL, 0, 1, 'a6c5')
        S(d * 390, -150, 90, .56, .8, 'c75a3'); S(d * 390, -130, 0, .16, .42, 'b9' if i % 3 == 0 else 'c65a4')
        q([(d * 390, 120, zb), (d * 820, 120, zb), (d * 820, WL, zb), (d * 390, WL, zb)], 'a4c4'); q([(d * 390, 168, zb), (d * 820, 168, zb), (d * 820, WL, zb), (d * 390, WL, zb)], 'a6c5')
        q([(d * 456, -154, zb), (d * 574, -154, zb), (d * 574, 24, zb), (d * 456, 24, zb)], 'p')
        q([(d * 470, -140, zb), (d * 560, -140, zb), (d * 560, 10, zb), (d * 470, 10, zb)], 'c6a4')
        q([(d * 330, -hh + 30, za), (d * 605, -hh - 130, za), (d * 605, -hh - 130, zb * .97), (d * 330, -hh + 30, zb * .97)], ('d85c2', 'c6d4', 'd7a3', 'c55a3')[i % 4]); q([(d * 330, -hh + 30, zb * .97), (d * 605, -hh - 130, zb * .97), (d * 605, -hh - 108, zb * .97), (d * 330, -hh + 52, zb * .97)], 'c8')
        S(d * 300, 92, 130, .5, .9, 'a2c4'); q([(d * 300, 92, za + (zb - za) * .5), (d * 390, 92, za + (zb - za) * .5), (d * 390, 92, za + (zb - za) * .9), (d * 300, 92, za + (zb - za) * .9)], 'b2c2')   # raised step
        for j in range(3): S(d * (290 - j * 26), 130 + j * 34, 164 + j * 34, .56, .84, ('a2c3', 'a3c4', 'a4c5')[j])
    with p.g(op=.55):
        for k in range(7):
            for d in (-1, 1): house(k, d, True)
    for k in range(7):
        for d in (-1, 1): house(k, d, False)
        z = zs[k + 1]
        if k in (1, 3, 5):                 # poles and wires
            d = -1 if k != 3 else 1; x, y = P(d * 270, WL, z); _, t = P(0, -560, z); p.line([(x, y), (x, t)], 'c85', max(3, 15 / z)); p.line([(x - 60 / z, t + 40 / z), (x + 60 / z, t + 40 / z)], 'c85', max(2, 9 / z))
        if k == 2:                         # washing
            a, b = P(-370, -170, z), P(370, -190, z); p.path(f'M{a[0]},{a[1]}Q640,{a[1]+46} {b[0]},{b[1]}', 'none', 'c8', 2)
            for j, f in enumerate(('d8', 'p', 'a6', 'b8', 'p', 'd6')): x = a[0] + 34 + j * 38; p.path(f'M{x},{a[1]+12+8*math.sin(j)}h24l-2,40h-20Z', f)
        if k == 3:
            x, y = P(-40, WL, z); h = 150 * 1.1; p.ell(x, y - 6, 54, 8, 'b3a1'); p.ell(x + 96, y, 84, 8, 'b3a1')
            with p.g(clip=f'M0,0H{W}V{y:.0f}H0Z'): person(p, x, y + h * .24, h * 1.2, 'd8', 'c5b5', 'walk', 1, 'c95', 'c8')
            p.path(f'M{x+44},{y-34}h112l-14,38h-84Z', 'c75a3'); p.path(f'M{x+52},{y-34}v-34h40v34ZM{x+96},{y-34}v-20h46v20Z', 'b9'); p.line([(x + 14, y - 74), (x + 48, y - 30)], 'c5b5', 7)
    for i in range(46):
        t = r.random(); y = 470 + 380 * t; l = (16 + 90 * t) * r.uniform(.5, 1.2); x = r.uniform(300 - 330 * t, 980 + 330 * t); h = 1 + 3.4 * t
        p.path(f'M{x-l:.0f},{y:.0f}Q{x:.0f},{y-h:.1f} {x+l:.0f},{y:.0f}Q{x:.0f},{y+h:.1f} {x-l:.0f},{y:.0f}Z', r.choice(['b35', 'b2', 'a85c3', 'a7c2']))
    with p.g('translate(800 770)'):        # a boy in a washtub
        p.ell(0, 26, 130, 14, 'b3'); person(p, -6, 14, 170, 'b9', 'c5b5', 'sit', -1, 'c95', 'a8'); p.path('M-104,-34H104L82,22Q0,40 -82,22Z', 'd9'); p.ell(0, -34, 104, 14, 'd6c3'); p.path('M-40,-42Q-44,-104 -4,-108Q34,-104 32,-42Z', 'b9c1'); p.line([(-30, -82), (-74, -50), (-128, 10)], 'c5b5', 13); p.line([(-120, -36), (-146, 44)], 'c7', 7)
    for z0, z1 in ((5.4, 2.1), (2.1, 1.12), (1.12, .5)):
        for u in (-50, 0, 50):
            a, b = P(-270 + u, -520, z0), P(-270 + u, -520, z1); p.path(f'M{a[0]:.0f},{a[1]:.0f}Q{(a[0]+b[0])/2:.0f},{(a[1]+b[1])/2+30/z1:.0f} {b[0]:.0f},{b[1]:.0f}', 'none', 'c8', 2)


SCENES = {
    'tps': ('red sky ink gold', tps), 'pasar-pagi': ('coral gold teal umber', pasar), 'dermaga-ikan': ('teal red gold navy', dermaga),
    'bengkel': ('umber gold mint coral', bengkel), 'banjir-rob': ('teal peach ink coral', rob),
}
