"""Covers of three magazine issues, and what belongs to the long reads."""
import math
from riso import W, H, closed, smooth
from kit import sky, ridge, cloud, glints, stars, person, palm, tufts, sunpath, birds
from kit_dunia import even


def pangan(p):                             # a coral, b forest, c gold, d ink
    p.rect(0, 0, W, H, ('v', 'c75a1', 'c55'))
    for k in range(9):                     # table cloth
        with p.g(over=True): p.rect(0, 40 + k * 104, W, 34, 'c2a1'); p.rect(30 + k * 150, 0, 40, H, 'c15a08')
    cx, cy, R = 540, 420, 345
    p.circ(cx + 16, cy + 24, R + 6, 'c8a3d25')
    a0, a1 = -.42, 1.25
    pt = lambda r, a, dx=0, dy=0: (cx + dx + r * math.cos(a), cy + dy + r * math.sin(a))
    arc = lambda r, u, v, n=40, dx=0, dy=0: [pt(r, u + (v - u) * i / n, dx, dy) for i in range(n + 1)]
    whole = closed([(cx, cy)] + arc(R, a1, a0 + 2 * math.pi))
    p.path(whole, 'p')
    with p.g(clip=whole):
        p.ring(cx, cy, R - 16, 'b5c2', 8); p.ring(cx, cy, R - 78, 'c3d1', 3)
        p.circ(cx, cy, R - 80, 'c08')
        for x, y, r in ((420, 300, 66), (530, 250, 58), (462, 420, 60), (590, 350, 52)):
            p.circ(x + 8, y + 10, r, 'd15c2'); p.circ(x, y, r, 'a'); p.circ(x + r * .2, y + r * .2, r * .78, 'a9c3'); p.ell(x - r * .35, y - r * .4, r * .2, r * .13, 'a2', -30)
            for i in range(5):
                w = i * 1.257 - 1.2; p.poly([(x + 5, y - r * .3), (x + r * .46 * math.cos(w), y - r * .3 + r * .3 * math.sin(w)), (x - 5, y - r * .3)], 'b9')
        for i in range(9):                 # leaves
            w = 2.1 + i * .19; x, y = cx + 150 * math.cos(w), cy + 160 * math.sin(w)
            with p.g(f'rotate({w*57-90:.0f} {x:.0f} {y:.0f})'): p.path(f'M{x},{y-74}C{x+46},{y-30} {x+36},{y+50} {x},{y+76}C{x-36},{y+50} {x-46},{y-30} {x},{y-74}Z', ('b85', 'b6c3', 'b95')[i % 3]); p.line([(x, y - 56), (x, y + 70)], 'c3b2', 3)
        with p.g('rotate(24 560 560)'):    # a fish
            p.path('M420,560C470,500 600,492 680,556L740,510C730,548 732,580 744,618L680,572C600,632 470,620 420,560Z', 'd6b2'); p.path('M434,566C480,606 600,612 676,566C600,588 480,590 434,566Z', 'd2'); p.circ(458, 552, 8, 'p'); p.circ(458, 552, 4, 'd')
            for k in range(6): p.path(f'M{520+k*26},528q12,28 0,56', 'none', 'd9', 3)
    dx, dy = 150, 92                       # the piece that falls
    piece = closed([(cx + dx, cy + dy)] + arc(R, a0, a1, 40, dx, dy))
    p.path(closed([(cx + dx + 14, cy + dy + 22)] + arc(R, a0, a1, 40, dx + 14, dy + 22)), 'c8a3d25'); p.path(piece, 'p')
    with p.g(clip=piece):
        p.ring(cx + dx, cy + dy, R - 16, 'b5c2', 8); p.ring(cx + dx, cy + dy, R - 78, 'c3d1', 3)
    p.path('M930,640L1230,640L1196,900H966Z', 'd85'); p.path('M1120,640L1230,640L1196,900H1112Z', 'd'); p.ell(1080, 640, 152, 34, 'd'); p.ell(1080, 644, 132, 24, 'd6b2')
    for k in range(6): p.line([(968 + k * 46, 690), (984 + k * 38, 860)], 'd5', 5)
    for x, y, r in ((868, 520, 50), (1000, 470, 44), (1060, 580, 52), (960, 610, 40), (1120, 520, 36)):
        p.circ(x, y, r, 'a7d3'); p.circ(x - 6, y - 6, r * .74, 'a9c2d1'); p.circ(x + r * .3, y + r * .2, r * .22, 'd7a3'); p.circ(x - r * .3, y + r * .35, r * .13, 'd6a3')
    for x, y, w in ((900, 620, 40), (1040, 500, -30), (1150, 590, 70)):
        with p.g(f'rotate({w} {x} {y})'): p.path(f'M{x},{y-50}C{x+30},{y-20} {x+24},{y+30} {x},{y+50}C{x-24},{y+30} {x-30},{y-20} {x},{y-50}Z', 'b6c4d2')
    p.path('M60,150V330C60,372 78,384 90,390L84,760H126L120,390C132,384 150,372 150,330V150H138V310H124V150H112V310H98V150H86V310H72V150Z', 'd4'); p.path('M112,392L126,760H108L104,392Z', 'd6')


def menua(p):                              # a navy, b gold, c coral, d ink
    sky(p, 'a9d5', ('a9d3', .5), ('a7c2', .8), 'a5c3')
    stars(p, 420, 'a3', 130); p.circ(1120, 130, 46, 'b2'); p.circ(1140, 118, 42, 'a9d5')
    ridge(p, 430, 120, 'a8d5', 620, 160); ridge(p, 500, 70, 'a9d7', 660, 120)
    p.rect(0, 600, W, 260, ('v', 'a9d6', 'ad8'))
    x, y, w = 560, 640, 560                # the house
    p.rect(x, y - 270, w, 270, 'a6d75'); p.rect(x + w * .74, y - 270, w * .26, 270, 'a7d9')
    for k in range(8): p.line([(x, y - 240 + k * 34), (x + w, y - 240 + k * 34)], 'a9d9', 3)
    p.poly([(x - 60, y - 256), (x + 90, y - 430), (x + w - 90, y - 430), (x + w + 60, y - 256)], 'a8d9'); p.poly([(x + w - 90, y - 430), (x + w + 60, y - 256), (x + w - 60, y - 256)], 'd')
    for k in range(5): p.line([(x - 30 + k * 26, y - 280 - k * 32), (x + w + 30 - k * 26, y - 280 - k * 32)], 'd', 3)
    with p.g(over=True):                   # light on the ground
        p.poly([(x + 120, y), (x + 400, y), (x + 470, 860), (x - 40, 860)], 'p')
    p.poly([(x + 120, y), (x + 400, y), (x + 450, 853), (x - 40, 853)], ('v', 'b7a3c2', 'a8d5b3'))
    p.rect(x + 100, y - 226, 320, 206, 'd'); p.rect(x + 112, y - 214, 296, 182, ('v', 'b9', 'b7c1'))
    p.ell(x + 300, y - 196, 40, 14, 'b2'); p.line([(x + 300, y - 214), (x + 300, y - 200)], 'd', 4)
    p.path(f'M{x+190},{y-32}C{x+180},{y-90} {x+196},{y-118} {x+226},{y-126}C{x+262},{y-120} {x+276},{y-90} {x+274},{y-32}Z', 'c8d3'); p.circ(x + 230, y - 148, 27, 'c4b4d2'); p.path(f'M{x+202},{y-146}C{x+200},{y-186} {x+260},{y-188} {x+258},{y-150}C{x+250},{y-168} {x+220},{y-170} {x+202},{y-146}Z', 'd3'); p.circ(x + 205, y - 168, 13, 'd3')
    p.rect(x + 300, y - 64, 84, 10, 'd7c3'); p.rect(x + 312, y - 56, 8, 30, 'd7c3'); p.rect(x + 366, y - 56, 8, 30, 'd7c3'); p.rect(x + 330, y - 84, 18, 20, 'p'); p.path(f'M{x+348},{y-80}a8,7 0 0 1 0,13', 'none', 'p', 4)
    p.rect(x + 256, y - 214, 8, 182, 'd'); p.rect(x + 112, y - 126, 296, 7, 'd')
    p.rect(x + 462, y - 170, 74, 170, 'ad9'); p.circ(x + 474, y - 84, 5, 'b7')
    p.path('M730,853C640,760 420,740 300,700C200,668 120,650 -20,646L-20,690C120,700 210,730 290,780C360,820 420,853 430,870Z', 'a6c2d4')
    for i in range(13):                    # footprints that lead away
        t = i / 12; fx, fy = 590 - 600 * t, 812 - 148 * t ** .8; s = 1.15 - .75 * t
        with p.g(f'rotate({-66+t*6:.0f} {fx:.0f} {fy:.0f})'):
            o = 13 * s if i % 2 else -13 * s
            p.ell(fx + o, fy - 9 * s, 7 * s, 11 * s, 'd95'); p.ell(fx + o, fy + 10 * s, 5 * s, 6 * s, 'd95')
    palm(p, 220, 640, 360, 'd', .08); palm(p, 1200, 640, 300, 'd', -.06)
    p.line([(430, 640), (430, 560), (446, 556), (446, 640)], 'd8c2', 8); p.poly([(438, 566), (500, 574), (492, 600), (438, 594)], 'c9'); p.line([(330, 590), (560, 590)], 'd8', 6); p.line([(330, 618), (560, 618)], 'd8', 6)
    tufts(p, 700, 850, 'd9', 30, 1.5, 880, W)


def truck(p, x, y, s, body, dark, glass, load=None, d=1):
    X, Y = (lambda t: x + d * t * s), (lambda t: y - t * s)
    p.poly([(X(-150), Y(150)), (X(40), Y(150)), (X(26), Y(52)), (X(-132), Y(52))], body); p.poly([(X(-150), Y(150)), (X(40), Y(150)), (X(37), Y(132)), (X(-147), Y(132))], dark)
    for k in range(4): p.line([(X(-110 + k * 40), Y(130)), (X(-104 + k * 38), Y(56))], dark, 5 * s)
    if load: p.path(f'M{X(-146)},{Y(150)}C{X(-100)},{Y(206)} {X(-10)},{Y(204)} {X(36)},{Y(150)}Z', load)
    p.path(f'M{X(46)},{Y(40)}V{Y(158)}H{X(104)}L{X(136)},{Y(100)}L{X(146)},{Y(92)}V{Y(40)}Z', body); p.poly([(X(74), Y(146)), (X(100), Y(146)), (X(124), Y(102)), (X(74), Y(102))], glass)
    p.rect(min(X(-140), X(146)), Y(52), 286 * s, 16 * s, dark); p.circ(X(142), Y(66), 7 * s, glass)
    for q in (-104, -58, 100): p.circ(X(q), Y(28), 28 * s, dark); p.circ(X(q), Y(28), 12 * s, 'p')


def pasir(p):                              # a gold, b teal, c umber, d ink
    sky(p, 'a3', ('a15', .5), 'a5', y=420)
    p.circ(250, 150, 74, 'a6'); cloud(p, 900, 110, 360, 'p', 2)
    ridge(p, 300, 90, 'b4a3', 700, 170); ridge(p, 370, 60, ('v', 'b6a3', 'b4a4'), 700, 110)
    for k, x in enumerate((150, 520, 890, 1260)):    # the bridge, its piers hanging
        p.path(f'M{x-26},300H{x+26}L{x+20},{560}H{x-20}Z', 'c4d3'); p.path(f'M{x+4},300H{x+26}L{x+20},560H{x+4}Z', 'c5d5')
        for j in range(3): p.rect(x - 30 + j * 24, 556, 12, 56 + 14 * ((j + k) % 3), 'c6d4')
    p.rect(0, 270, W, 40, 'c35d25'); p.rect(0, 304, W, 12, 'c6d5'); [p.line([(x, 270), (x, 236)], 'c5d4', 6) for x in range(10, W, 46)]; p.rect(0, 230, W, 8, 'c5d4')
    p.path('M0,640C200,600 460,660 700,640C940,620 1100,660 1280,630V853H0Z', 'a4c3')
    p.path('M0,690C160,660 330,700 520,690C620,686 660,720 560,742C360,770 180,740 0,770Z', 'b65'); glints(p, 694, 752, 'b3', 26, 0, 520)
    for k in range(40): p.ell(p.rng.uniform(0, W), p.rng.uniform(660, 850), p.rng.uniform(6, 30), p.rng.uniform(2, 5), 'a5c45')
    road = [(380, 853), (620, 760), (820, 650), (960, 520), (1080, 380), (1160, 240), (1240, 90), (1290, 60), (1290, 250), (1200, 420), (1110, 580), (960, 740), (800, 870)]
    p.path(smooth(road) + 'Z', 'a2c35'); p.path('M620,853C840,760 960,640 1060,480', 'none', 'a15c15', 8)
    for x, y, s in ((1205, 300, .42), (1120, 420, .56), (1010, 560, .74), (850, 700, .96)):
        with p.g(f'rotate(-24 {x} {y})'):
            truck(p, x, y, s, 'a95c1', 'c7d6', 'b4', 'a5c35')
            for j in range(10): p.ell(x - 154 * s - p.rng.uniform(0, 16) * s, y - p.rng.uniform(-30, 110) * s, 4 * s, 9 * s, 'b7')
    with p.g('rotate(-16 300 700)'):       # the last one pours the river out
        truck(p, 330, 740, 1.2, 'a95c1', 'c7d6', 'b4', 'b7')
    p.path('M150,640C70,650 60,760 90,853H10C-20,740 40,600 150,600Z', 'b8'); p.path('M140,628C90,650 84,760 110,853H96C70,760 70,650 140,616Z', 'b3')
    birds(p, 640, 150, 'd7', 5)


def perintis(p):                           # a navy, b coral, c gold, d teal
    sky(p, 'a95', ('a85d2', .5), ('a6d4', .8), 'a4d5', y=560)
    stars(p, 430, 'a2', 170); p.circ(1050, 140, 56, 'c3'); p.circ(1030, 128, 12, 'c5'); p.circ(1070, 156, 8, 'c5')
    ridge(p, 500, 46, 'a9d3', 560, 200)
    p.rect(0, 556, W, 300, ('v', 'a7d6', 'a95d3')); sunpath(p, 1050, 560, 850, 16, 110, 'c3a2'); glints(p, 566, 850, 'a5d6', 90)
    p.path('M130,520L1010,520C1000,560 960,640 900,668H250C200,640 150,590 130,520Z', 'p'); p.path('M143,560H992C980,590 968,612 956,628H206C180,606 160,586 143,560Z', 'd7a2'); p.path('M206,628H956C940,650 920,662 900,668H250C230,654 216,640 206,628Z', 'b7a2')
    p.path('M860,520L1010,520C1000,560 960,640 900,668H860Z', 'a15')
    p.rect(250, 410, 480, 112, 'p'); p.rect(250, 410, 480, 14, 'd6a2'); p.rect(310, 318, 340, 94, 'p'); p.rect(310, 318, 340, 12, 'd6a2'); p.path('M400,318V250H600L622,318Z', 'p'); p.rect(404, 262, 206, 30, 'a8'); [p.rect(410 + k * 33, 266, 26, 22, 'c85') for k in range(6)]
    for k in range(11): p.rect(270 + k * 42, 446, 24, 30, 'c9b1' if k not in (3, 8) else 'a7')
    for k in range(8): p.circ(338 + k * 40, 366, 12, 'c9b1' if k != 5 else 'a7'); p.ring(338 + k * 40, 366, 13, 'a5', 3)
    p.path('M330,318V236H386V318Z', 'b8'); p.rect(330, 250, 56, 18, 'p'); p.path('M334,232C300,190 250,200 190,150C260,240 280,220 320,240Z', 'a5d3')
    p.rect(636, 150, 8, 170, 'p'); p.line([(640, 160), (760, 500)], 'a2', 3); p.line([(640, 160), (420, 250)], 'a2', 3); p.poly([(644, 154), (706, 166), (644, 180)], 'b9')
    p.rect(820, 330, 14, 190, 'c6b3'); p.line([(828, 340), (970, 420)], 'c6b3', 9); p.line([(966, 418), (966, 470)], 'a3', 3)
    for x, y, w, h, f in ((742, 470, 60, 50, 'c5b3'), (764, 430, 52, 42, 'c4b2'), (846, 476, 56, 44, 'c6b4'), (906, 480, 48, 40, 'c4b2'), (944, 446, 44, 36, 'b5c3'), (872, 440, 50, 38, 'c5b2')): p.rect(x, y, w, h, f, 9); p.line([(x + 8, y + h * .5), (x + w - 8, y + h * .5)], 'c7b5a2', 3)
    for x, h, f in ((250, 74, 'b7'), (690, 70, 'd6'), (284, 62, 'c7'), (714, 64, 'b5c3')): person(p, x, 410 if x < 300 else 412, h, f, 'c3b4a3', hair='a9', legs='a8')
    p.ell(812, 500, 26, 13, 'p'); p.circ(838, 484, 10, 'p'); p.poly([(842, 476), (852, 462), (848, 480)], 'a6'); [p.line([(796 + k * 11, 506), (796 + k * 11, 522)], 'p', 4) for k in range(4)]
    p.line([(130, 516), (1010, 516)], 'a5', 4); [p.line([(x, 516), (x, 492)], 'a5', 3) for x in range(150, 250, 22)]
    for i in range(11): p.path(f'M{150+i*84},{672+8*math.sin(i)}q42,-16 84,0q-42,10 -84,0Z', 'a2d3')


SCENES = even({'sampul-pangan': ('coral forest gold ink', pangan), 'sampul-menua': ('navy gold coral ink', menua),
          'sampul-pasir': ('gold teal umber ink', pasir), 'kapal-perintis': ('navy coral gold teal', perintis)})
