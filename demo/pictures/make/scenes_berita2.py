"""News of the autumn, second half: help by sea, masks, a film, a hanging bridge, a tide pole."""
import math
from riso import W, H, closed
from kit import sky, ridge, cloud, puffs, glints, birds, person, palm, stars
from kit_dunia import even


def mask(p, x, y, s, face, dark, crown, eye='p'):
    """A carved mask with crown, seen from the front."""
    X, Y = (lambda t: x + t * s), (lambda t: y + t * s)
    p.path(f'M{X(-110)},{Y(-60)}C{X(-130)},{Y(-190)} {X(-60)},{Y(-230)} {X(0)},{Y(-250)}C{X(60)},{Y(-230)} {X(130)},{Y(-190)} {X(110)},{Y(-60)}Z', crown)
    for k in range(7):
        w = math.pi * (k + .5) / 7; p.circ(X(-112 * math.cos(w)), Y(-70 - 150 * math.sin(w)), 17 * s, dark); p.circ(X(-112 * math.cos(w)), Y(-70 - 150 * math.sin(w)), 7 * s, eye)
    p.path(f'M{X(-104)},{Y(-80)}C{X(-60)},{Y(-116)} {X(60)},{Y(-116)} {X(104)},{Y(-80)}C{X(116)},{Y(40)} {X(76)},{Y(130)} {X(0)},{Y(156)}C{X(-76)},{Y(130)} {X(-116)},{Y(40)} {X(-104)},{Y(-80)}Z', face)
    p.path(f'M{X(30)},{Y(-104)}C{X(70)},{Y(-104)} {X(94)},{Y(-92)} {X(104)},{Y(-80)}C{X(116)},{Y(40)} {X(76)},{Y(130)} {X(0)},{Y(156)}C{X(60)},{Y(90)} {X(70)},{Y(0)} {X(30)},{Y(-104)}Z', dark)
    for d in (-1, 1):
        p.path(f'M{X(d*18)},{Y(-42)}C{X(d*40)},{Y(-66)} {X(d*76)},{Y(-60)} {X(d*88)},{Y(-40)}C{X(d*70)},{Y(-48)} {X(d*40)},{Y(-46)} {X(d*18)},{Y(-34)}Z', 'd')
        p.path(f'M{X(d*20)},{Y(-8)}C{X(d*36)},{Y(-28)} {X(d*68)},{Y(-26)} {X(d*82)},{Y(-14)}C{X(d*66)},{Y(8)} {X(d*38)},{Y(8)} {X(d*20)},{Y(-8)}Z', eye); p.path(f'M{X(d*34)},{Y(-12)}q{d*20*s},{-8*s} {d*34*s},0q{-d*16*s},{14*s} {-d*34*s},0Z', 'd'); p.circ(X(d * 58), Y(52), 16 * s, dark)
    p.path(f'M{X(-8)},{Y(-16)}L{X(-22)},{Y(44)}Q{X(0)},{Y(62)} {X(22)},{Y(44)}L{X(8)},{Y(-16)}', 'none', 'd', 5 * s); p.path(f'M{X(-50)},{Y(78)}Q{X(0)},{Y(104)} {X(50)},{Y(78)}Q{X(0)},{Y(128)} {X(-50)},{Y(78)}Z', 'd'); p.path(f'M{X(-38)},{Y(86)}Q{X(0)},{Y(104)} {X(38)},{Y(86)}L{X(34)},{Y(94)}Q{X(0)},{Y(112)} {X(-34)},{Y(94)}Z', eye); p.path(f'M{X(-46)},{Y(68)}Q{X(-20)},{Y(58)} {X(0)},{Y(68)}Q{X(20)},{Y(58)} {X(46)},{Y(68)}', 'none', 'd', 7 * s)


def topeng(p):                             # a red, b gold, c forest, d ink
    p.rect(0, 0, W, H, ('v', 'd8c2', 'd7a15')); [p.rect(x, 0, 4, 360, 'd9') for x in range(60, W, 150)]
    for k, y in enumerate((90, 250)):      # shelves of the store
        p.rect(0, y, W, 14, 'b4d5'); [p.rect(30 + i * 118 + k * 40, y - 60 - (i * 37 % 40), 70, 60 + (i * 37 % 40), ('b4d4', 'c4d4', 'a4d45', 'b25d4')[(i + k) % 4]) for i in range(11)]
    with p.g(over=True): p.poly([(420, 0), (760, 0), (1160, 640), (60, 640)], 'b25')
    p.poly([(90, 470), (1190, 470), (1260, 800), (20, 800)], 'b55d3'); p.poly([(130, 490), (1150, 490), (1200, 690), (70, 690)], 'd85')
    for k in range(420):                   # straw
        x, y = p.rng.uniform(90, 1180), p.rng.uniform(520, 720); w = p.rng.uniform(-.7, .7); l = p.rng.uniform(30, 90); p.line([(x, y), (x + l * math.cos(w), y + l * math.sin(w))], p.rng.choice(('b6', 'b4', 'b75a1', 'b5d15')), 4)
    for x, y, s, f, dk, cr in ((270, 590, .74, 'p', 'd15b1', 'b8'), (1010, 590, .74, 'c7', 'c8d3', 'a8b3')):
        mask(p, x, y, s, f, dk, cr, 'p' if f != 'p' else 'b2')
    mask(p, 640, 400, 1.12, 'a85', 'a9d3', 'b85')
    for d in (-1, 1):                      # hands
        X = lambda t: 640 + d * t
        p.line([(X(430), 853), (X(250), 640), (X(170), 500)], 'c35d3', 92); p.line([(X(182), 530), (X(140), 450)], 'b4a25', 60); [p.line([(X(136 - k * 4), 470 - k * 26), (X(96), 462 - k * 24)], 'b4a25', 22) for k in range(4)]; p.line([(X(206), 560), (X(240), 592)], 'p', 96)
    p.poly([(20, 740), (1260, 740), (1280, 853), (0, 853)], 'b6d25a1'); p.line([(20, 744), (1260, 744)], 'b4d15', 10); [p.circ(x, 800, 8, 'd8') for x in (70, 420, 860, 1210)]; p.rect(530, 770, 220, 56, 'p'); [p.rect(552, 782 + k * 14, (170, 130, 90)[k], 6, 'd6') for k in range(3)]


def film(p):                               # a navy, b gold, c clay, d ink
    p.rect(0, 0, W, H, 'ad8'); [p.rect(x, 0, 70, 700, 'c35d85a5') for x in (0, 1210)]; [p.line([(x, 0), (x, 700)], 'd', 4) for x in (20, 44, 1230, 1256)]
    p.rect(96, 50, 1088, 500, ('v', 'b3c15', 'b45c35')); sc = 'M96,50H1184V550H96Z'
    with p.g(clip=sc):
        for k in range(170): p.ell(p.rng.uniform(96, 1184), p.rng.uniform(50, 550), p.rng.uniform(8, 46), p.rng.uniform(3, 12), p.rng.choice(('b35c25', 'b5c3', 'b2c1')))
        for x, y, r, w in ((340, 300, 140, 'a7'), (690, 220, 104, 'a85'), (960, 390, 122, 'ad6')):
            p.circ(x + 26, y + 30, r * 1.06, 'c5d3'); p.circ(x, y, r, 'c35d35'); n = 18
            for k in range(n): a0 = 2 * math.pi * k / n; p.poly([(x + r * math.cos(a0 + u), y + r * math.sin(a0 + u)) if i < 2 else (x + r * .76 * math.cos(a0 + u), y + r * .76 * math.sin(a0 + u)) for i, u in enumerate((.02, .32, .32, .02))], ('b3d15', 'b25d25', 'c2d2')[k % 3])
            p.circ(x, y, r * .75, 'd9'); p.circ(x + r * .1, y + r * .12, r * .56, w); p.ell(x - r * .1, y - r * .06, r * .26, r * .14, 'a3b1' if w != 'ad6' else 'd8', -24)
            p.line([(x - r * 1.3, y - r * .5), (x + r * 1.25, y - r * .62)], 'c7d3', 15); p.line([(x, y - r * .56), (x + 4, y + r * .06)], 'p', 4)
        person(p, 520, 520, 130, 'a8', 'c5b3', 'walk', 1, 'd9'); p.ell(560, 522, 60, 9, 'c6d3'); p.circ(555, 476, 17, 'b8'); p.line([(540, 432), (552, 464)], 'd7', 4)
    with p.g(over=True): p.poly([(610, 853), (670, 853), (1184, 550), (96, 550)], 'b15')
    p.rect(96, 550, 1088, 12, 'b6'); p.rect(0, 562, W, 300, ('v', 'a95d8', 'd'))
    for row, (y, s, n) in enumerate(((640, .62, 17), (724, .82, 13), (850, 1.1, 9))):
        for i in range(n):
            x = (i + .5 + (row % 2) * .3) * W / n + p.rng.uniform(-8, 8)
            f = ('a85d7', 'a9d8', 'ad9')[row]
            if p.rng.random() > .14:
                p.circ(x, y - 74 * s, 36 * s, f); p.ell(x, y - 6 * s, 74 * s, 50 * s, f); p.path(f'M{x-30*s},{y-92*s}A{36*s},{36*s} 0 0 1 {x+30*s},{y-92*s}', 'none', 'b4', 3)
                if p.rng.random() < .3: p.path(f'M{x-40*s},{y-50*s}C{x-50*s},{y-124*s} {x+50*s},{y-124*s} {x+40*s},{y-50*s}Z', f)
            p.rect(x - 62 * s, y + 4 * s, 124 * s, 90 * s, ('c45d6', 'c5d65', 'c4d75')[row], 18)


def gantung(p):                            # a teal, b gold, c umber, d coral
    sky(p, 'a35', ('a2', .5), 'b3d1', y=520); cloud(p, 960, 120, 420, 'p', 2); cloud(p, 300, 190, 260, 'p', 2)
    ridge(p, 330, 90, 'a45b2', 720, 180); ridge(p, 420, 50, ('v', 'a6b3', 'a4b4'), 720, 120)
    p.path('M0,470C60,470 120,500 150,853H0Z', 'c4b4'); p.path('M1280,450C1200,470 1150,520 1130,853H1280Z', 'c4b4'); p.rect(0, 700, W, 160, ('v', 'b4c15', 'b5c3'))
    p.path('M130,760C400,720 620,790 860,752C1000,734 1120,760 1160,748V830C1000,812 820,840 640,816C420,790 240,850 130,820Z', 'a65'); glints(p, 768, 816, 'a3', 30, 160, 1120)
    for x in (330, 640, 950):
        p.rect(x - 30, 372, 60, 330, 'c35'); p.rect(x + 8, 372, 22, 330, 'c55'); p.rect(x - 52, 660, 104, 40, 'c5'); p.rect(x - 30, 560, 60, 6, 'c6'); [p.line([(x - 40 + k * 26, 700), (x - 40 + k * 26, 752 + (k * 17 % 26))], 'c65', 12) for k in range(4)]; p.line([(x - 96, 560), (x - 40, 560)], 'd8', 4); p.line([(x - 90, 566), (x - 90, 742)], 'd8', 4); p.poly([(x - 98, 738), (x - 82, 738), (x - 90, 756)], 'd8')
    p.rect(0, 330, W, 44, 'c4'); p.rect(0, 366, W, 10, 'c65')
    for x, d in ((30, 1), (1082, -1)):     # the two buses
        p.rect(x, 196, 168, 122, 'b9d15', 16); p.rect(x, 268, 168, 14, 'd8'); [p.rect(x + 14 + k * 38, 214, 30, 42, 'a35') for k in range(4)]; p.rect(x + (138 if d > 0 else 8), 214, 22, 92, 'a4'); [p.circ(x + q, 320, 20, 'c9') for q in (38, 130)]; [p.circ(x + q, 320, 8, 'p') for q in (38, 130)]
    for i in range(13):
        x = 250 + i * 60; h = 84 + (i * 29 % 26); person(p, x, 330, h, 'p', 'b5c4', 'walk', 1, 'c95', 'd8' if i % 3 else 'a8'); p.rect(x - h * .19, 330 - h * .78, h * .13, h * .26, ('d8', 'a8', 'b9')[i % 3], 4)
    p.line([(200, 292), (1082, 292)], 'd6', 4); [p.rect(x, 284, 7, 48, 'c6') for x in range(20, W, 70)]; p.line([(0, 286), (W, 286)], 'c5', 6)
    birds(p, 620, 100, 'c7', 6); palm(p, 70, 480, 220, 'a85c3', .1); palm(p, 1225, 466, 240, 'a85c3', -.12)


def pasut(p):                              # a teal, b red, c gold, d navy
    sky(p, 'a3', ('a15c1', .5), 'c35', y=430); p.circ(330, 300, 70, 'c7'); cloud(p, 860, 130, 420, 'p', 2)
    ridge(p, 390, 50, 'a55d2', 440, 190); p.rect(0, 428, W, 430, ('v', 'a45c1', 'a7d2')); glints(p, 440, 850, 'a25', 80)
    for k in range(4): p.line([(1000 - k * 190 + k * k * 8, 560 + k * 26), (1000 - k * 190 + k * k * 8, 853)], 'c5d4', 26 + k * 4)
    p.poly([(1280, 520), (420, 560), (330, 640), (1280, 640)], 'c5d15'); p.poly([(330, 640), (1280, 640), (1280, 680), (330, 676)], 'c65d4'); [p.line([(1280 - k * 62, 522 + k * 2.8), (1280 - k * 70, 640)], 'c65d35', 4) for k in range(14)]
    x = 230                                # the pole
    p.rect(x - 24, 210, 48, 600, 'p'); [p.rect(x - 24, 210 + k * 60, 48, 30, 'b9') for k in range(10)]; p.rect(x + 10, 210, 14, 600, 'd25'); [p.rect(x - 24, 216 + k * 30, 14 + 10 * (k % 2), 4, 'd8') for k in range(18)]
    p.path('M150,690q40,-18 80,0t80,0V853H150Z', 'a65d2'); p.path('M150,690q40,-18 80,0t80,0', 'none', 'p', 5); p.ell(230, 720, 46, 6, 'p')
    for px, h, d, kind in ((450, 300, -1, 'read'), (640, 270, -1, 'write')):
        y = 620
        p.ell(px + 30, y + 4, h * .3, 12, 'c6d4'); [p.line([(px + q, y - h * .3), (px + q * 1.4, y - 8)], 'c5b25d1', h * .085) for q in (-18, 18)]; [p.rect(px + q * 1.4 - 20, y - 18, 40, 20, 'd9', 8) for q in (-18, 18)]; [p.rect(px + q * 1.3 - 14, y - 54, 28, 30, 'p') for q in (-18, 18)]
        if kind == 'read': p.path(f'M{px-50},{y-h*.46}H{px+50}L{px+44},{y-h*.24}H{px+4}L{px},{y-h*.36}L{px-4},{y-h*.24}H{px-44}Z', 'b85')
        else: p.path(f'M{px-44},{y-h*.48}H{px+44}L{px+66},{y-h*.22}H{px-66}Z', 'b85')
        p.path(f'M{px-50},{y-h*.44}L{px-54},{y-h*.68}Q{px-50},{y-h*.78} {px},{y-h*.78}Q{px+50},{y-h*.78} {px+54},{y-h*.68}L{px+50},{y-h*.44}Z', 'p'); p.poly([(px - 14, y - h * .78), (px + 14, y - h * .78), (px, y - h * .58)], 'b85')
        if kind == 'read': p.line([(px - 44, y - h * .7), (px - 110, y - h * .74), (px - 170, y - h * .68)], 'p', 28); p.line([(px - 150, y - h * .7), (px - 192, y - h * .66)], 'c5b25', 20)
        else: p.rect(px - 88, y - h * .62, 70, 52, 'd7', 4); p.rect(px - 82, y - h * .62, 58, 46, 'p'); [p.rect(px - 76, y - h * .6 + k * 12, 44, 4, 'd5') for k in range(3)]; p.line([(px + 44, y - h * .68), (px + 20, y - h * .52), (px - 36, y - h * .54)], 'p', 28); p.line([(px - 30, y - h * .54), (px - 44, y - h * .55)], 'c5b25', 20)
        p.circ(px + d * 4, y - h * .9, h * .12, 'c5b25'); p.path(f'M{px+d*4-h*.13},{y-h*.9}A{h*.13},{h*.135} 0 0 1 {px+d*4+h*.13},{y-h*.9}L{px+h*.1},{y-h*.86}C{px+h*.02},{y-h*.96} {px-h*.06},{y-h*.94} {px+d*4-h*.13},{y-h*.9}Z', 'd95')
        if kind == 'write': p.path(f'M{px+h*.06},{y-h*.96}C{px+h*.2},{y-h*.9} {px+h*.2},{y-h*.76} {px+h*.14},{y-h*.68}C{px+h*.1},{y-h*.76} {px+h*.08},{y-h*.84} {px+h*.04},{y-h*.88}Z', 'd95')
    birds(p, 1000, 260, 'd7', 5); p.path('M960,470C1000,464 1100,464 1150,470C1140,486 1120,492 1090,494H1010C986,492 970,484 960,470Z', 'b8'); p.line([(1050, 468), (1050, 380)], 'd7', 5); p.poly([(1054, 384), (1120, 456), (1054, 458)], 'p')


def bantuan(p):                            # a navy, b coral, c gold, d teal
    sky(p, 'd3', ('d15c1', .55), 'c3b1', y=430); cloud(p, 1000, 110, 380, 'p', 2); cloud(p, 220, 170, 260, 'p', 2)
    ridge(p, 300, 110, ('v', 'd55a2', 'd35'), 470, 170); ridge(p, 390, 40, 'd75a3', 470, 110)
    for x in (70, 210, 350): p.rect(x, 356, 22, 90, 'a35c2')               # a bridge that has sunk
    p.poly([(0, 340), (240, 340), (240, 362), (0, 362)], 'a35c25'); p.poly([(244, 344), (420, 392), (416, 414), (240, 366)], 'a45c25'); p.line([(0, 330), (236, 330)], 'a5', 4)
    p.rect(0, 430, W, 430, ('v', 'd55a15', 'd8a3', 'd8a5')); glints(p, 446, 850, 'd3', 80)
    p.path('M470,300L1300,290V500H560C520,480 484,420 470,300Z', 'a85'); p.path('M492,392C510,448 536,486 560,500H1300V400Z', 'b8'); p.line([(476, 330), (1300, 322)], 'p', 6)
    p.rect(980, 130, 320, 164, 'p'); p.rect(980, 130, 320, 14, 'd6a2'); [p.rect(1004 + k * 60, 170, 40, 30, 'a75') for k in range(5)]; [p.circ(1024 + k * 60, 246, 13, 'a75') for k in range(5)]; p.rect(1120, 50, 84, 82, 'b85'); p.rect(1120, 70, 84, 20, 'p')
    for k in range(4):
        for j in range(7 - k): p.rect(560 + j * 54 + k * 26, 262 - k * 34, 50, 32, ('p', 'c3', 'p', 'c15b1')[(j + k) % 4], 10); p.line([(576 + j * 54 + k * 26, 278 - k * 34), (596 + j * 54 + k * 26, 278 - k * 34)], 'b6', 4)
    p.rect(900, 60, 12, 230, 'a6'); p.line([(906, 70), (690, 60)], 'a6', 9); p.line([(700, 62), (700, 120)], 'a6', 3); [p.rect(664 + j * 38, 120, 36, 26, 'p', 8) for j in range(2)]
    p.poly([(560, 520), (1300, 520), (1300, 600), (360, 600)], 'c45b2a15'); p.rect(360, 600, 940, 24, 'c5b25a35'); [p.line([(600 - k * 6 + k * 82, 520), (440 + k * 96, 600)], 'c55b3a35', 3) for k in range(9)]; [p.rect(420 + k * 170, 620, 22, 240, 'c5b3a4') for k in range(6)]
    p.poly([(800, 400), (840, 400), (800, 560), (740, 560)], 'c35b2a3')    # the gangway
    for k, (x, h, f) in enumerate(((960, 150, 'd85'), (860, 154, 'b85'), (750, 158, 'a8'), (640, 154, 'c8'), (530, 156, 'd7'), (430, 150, 'b7'))):
        y = 590; person(p, x, y, h, f, 'c3b3a2', 'walk', -1, 'a95', 'a75'); p.rect(x - 40, y - h * 1.06, 80, 30, 'p', 10); p.line([(x - 14, y - h * 1.01), (x + 14, y - h * 1.01)], 'b6', 4); p.line([(x - h * .1, y - h * .74), (x - 26, y - h * .95)], 'c3b3a2', 9); p.line([(x + h * .1, y - h * .74), (x + 26, y - h * .95)], 'c3b3a2', 9)
    for x, y, s, f in ((200, 640, 1.15, 'c8'), (90, 770, 1.5, 'b85'), (700, 780, 1.3, 'c8b1')):
        with p.g(f'translate({x} {y}) scale({s})'):
            p.path('M-120,-8C-60,6 80,6 140,-16C128,22 100,34 60,36H-60C-96,34 -114,16 -120,-8Z', f); p.path('M-108,10C-50,20 80,20 132,4C122,24 96,34 60,36H-60C-90,34 -104,24 -108,10Z', 'a85'); p.line([(-150, 44), (170, 40)], 'p', 6); p.line([(-60, 2), (-66, 44)], 'p', 4); p.line([(70, 0), (76, 42)], 'p', 4)
            for j in range(4): p.rect(-66 + j * 36, -26 - 12 * (j % 2), 40, 26, 'p', 8)
            person(p, 104, 2, 84, 'd85' if f != 'c8' else 'a8', 'c3b3a2', 'stand', 1, 'a95')
    birds(p, 420, 180, 'a6', 5)


SCENES = even({'bantuan-laut': ('navy coral gold teal', bantuan),
          'topeng-pulang': ('red gold forest ink', topeng), 'film-tiga-sumur': ('navy gold clay ink', film),
          'jembatan-gantung': ('teal gold umber coral', gantung), 'pasut-anak': ('teal red gold navy', pasut)})
