"""National news: schools, trains, markets, harbours, streets."""
import math
from riso import W, H, closed
from kit import sky, ridge, cloud, puffs, birds, person, palm, tree, windows, tower, skyline, tufts, stars
from kit_dunia import even
import scenes_nasional2


def sekolah(p):                            # a leaf, b red, c gold, d forest
    p.rect(0, 0, W, 480, ('v', 'c5', 'c3', 'c1'))
    puffs(p, 250, 170, 330, 'p'); puffs(p, 1080, 130, 260, 'p', 5)
    ridge(p, 330, 150, ('v', 'd4a2', 'a3'), 520, 190); ridge(p, 400, 120, ('v', 'a6d3', 'a45c2'), 560, 150)
    for x0, x1, s in ((-40, 430, -1), (850, 1330, 1)):   # terraced slopes either side
        for k in range(7):
            y = 330 + k * 30; e = (k * 46 - 60)
            a, b = (x0, x1 - 210 + e) if s < 0 else (x0 + 210 - e, x1)
            p.path(f'M{a},{y+40}Q{(a+b)/2},{y-44 if s else y} {b},{y+(50 if s<0 else 6)}V620H{a}Z', ('a8d2', 'a6c3', 'a9d4', 'a7c1')[k % 4])
    for x, y, h in ((70, 520, 150), (150, 530, 120), (1190, 520, 170), (1110, 530, 110)): tree(p, x, y, h, 'd85a3', shade='d4')
    palm(p, 215, 560, 240, 'd9a3', .1); palm(p, 1065, 560, 270, 'd9a3', -.12)
    p.rect(0, 530, W, 330, ('v', 'a45c4', 'a35c5', 'c6b1a2'))
    p.path('M560,560L720,560L1010,870H270Z', 'c3b1')
    x, y, w = 300, 580, 680                # the school
    p.rect(x, y - 160, w, 160, 'p'); p.rect(x, y - 40, w, 40, 'd75'); p.rect(x - 12, y - 8, w + 24, 20, 'c5b2d2')
    for i in range(3):
        q = x + 30 + i * 216; p.rect(q + 130, y - 122, 54, 122, 'd8'); p.rect(q + 138, y - 110, 38, 44, 'd5')
        p.rect(q, y - 126, 108, 64, 'd8'); [p.rect(q + 6 + k * 34, y - 120, 28, 52, 'd4c4') for k in range(3)]
    p.poly([(x - 50, y - 146), (x + 70, y - 262), (x + w - 70, y - 262), (x + w + 50, y - 146)], 'b8c3')
    with p.g(clip=closed([(x - 50, y - 146), (x + 70, y - 262), (x + w - 70, y - 262), (x + w + 50, y - 146)])):
        for k in range(7): p.rect(0, y - 250 + k * 17, W, 4, 'b9c3d4')
        p.poly([(x + w - 70, y - 262), (x + w + 60, y - 140), (x + w - 120, y - 140)], 'b9c3d35')
    p.rect(x - 50, y - 150, w + 100, 9, 'd6b6'); p.rect(x + 4, y - 141, w - 8, 20, 'd4')
    for i in range(6): p.rect(x - 18 + i * 140, y - 144, 13, 146, 'p'); p.rect(x - 8 + i * 140, y - 144, 4, 146, 'd3')
    p.rect(466, 96, 9, 640, 'p'); p.rect(472, 96, 4, 640, 'd5'); p.circ(470, 92, 11, 'c9')      # the flag
    p.path('M475,106C540,84 590,138 690,108V168C590,198 540,144 475,166Z', 'b'); p.path('M475,166C540,144 590,198 690,168V228C590,258 540,204 475,226Z', 'p')
    with p.g(over=True): p.path('M560,108C590,122 610,124 640,120V240C610,244 590,240 560,226Z', 'd15')
    p.path('M475,226C540,204 590,258 690,228', 'none', 'd4', 2)
    p.ell(470, 738, 66, 20, 'd5c3'); p.rect(420, 700, 100, 36, 'p'); p.rect(496, 700, 24, 36, 'd3'); p.rect(408, 728, 124, 18, 'c2d15')
    for x, y, h, d, k in ((640, 730, 118, 1, 'run'), (760, 700, 108, -1, 'run'), (835, 770, 136, -1, 'walk'), (900, 772, 132, 1, 'walk'), (330, 690, 104, 1, 'walk'), (700, 652, 84, 1, 'stand'), (610, 640, 80, 1, 'stand')):
        p.ell(x + 20, y, h * .34, h * .05, 'c4d4a2'); person(p, x, y, h, 'p', 'c5b4d2', k, d, 'd95b3', 'b9')
    tufts(p, 660, 850, 'd7a5', 26, 1.6, 0, 250); tufts(p, 660, 850, 'd7a5', 26, 1.6, 1020, W)


def kereta(p):                             # a violet, b coral, c gold, d ink
    sky(p, 'd6a8', ('a75b2', .35), ('a35b5', .6), ('b4c5', .8), 'c3')
    cloud(p, 300, 250, 420, 'a6b4', 2); cloud(p, 640, 390, 300, 'b6a1', 2)
    skyline(p, 700, 150, 330, 'a4b3', 40, 80, 'c4', .25); skyline(p, 720, 60, 230, 'a65b2d1', 40, 90, 'c7', .3)
    for x, w, h, f, s in ((-30, 170, 690, 'a85d4', 'a9d6'), (150, 120, 520, 'a75d25', 'a8d5'), (1060, 240, 800, 'a8d6', 'a9d75'), (930, 120, 560, 'a7d35', 'a8d5'), (840, 84, 420, 'a65d2b2', 'a75d4')):
        tower(p, x, 853, w, h, f, 'c8', max(4, w // 26), h // 40, .42, s)
    p.rect(0, 700, W, 160, ('v', 'a7d35', 'a9d8'))
    P = lambda X, Y, z: (255 + X / z, 500 + Y / z)
    quad = lambda q, f: p.poly([P(*v) for v in q], f)
    side = lambda X, y0, y1, z0, z1, f: quad(((X, y0, z0), (X, y0, z1), (X, y1, z1), (X, y1, z0)), f)
    for k in range(7):                     # pillars, far to near
        z = 7 * .72 ** k; quad(((560, 190, z), (860, 190, z), (800, 1100, z), (640, 1100, z)), 'a75d4'); quad(((560, 190, z), (640, 190, z), (690, 1100, z), (640, 1100, z)), 'a4b3'); quad(((380, 160, z), (1010, 160, z), (860, 300, z), (540, 300, z)), 'a65d4')
    side(380, 110, 235, 30, .5, 'a45b4'); side(380, 110, 126, 30, .5, 'b3c2'); side(380, 218, 235, 30, .5, 'a75d2')
    quad(((380, 110, 30), (1010, 110, 30), (1010, 110, .5), (380, 110, .5)), 'a7d4')
    with p.g(over=True): quad(((500, 110, 1.5), (860, 110, 1.5), (1040, 110, .5), (440, 110, .5)), 'c4')
    for X in (590, 630, 790, 830): p.line([P(X, 108, 1.2), P(X, 108, .5)], 'c4b1', 4)
    for k in range(8):                     # masts of the overhead wire
        z = 9 * .76 ** k; p.line([P(400, 120, z), P(400, -420, z)], 'd85a4', max(2, 15 / z)); p.line([P(400, -400, z), P(680, -400, z)], 'd85a4', max(1.5, 9 / z))
    p.line([P(670, -372, 30), P(670, -372, .5)], 'd8', 2.5)
    for c in range(4):                     # carriages, far to near
        z1, z0 = (4.6, 3.1, 2.05, 1.37)[c], (3.16, 2.1, 1.4, 1.0)[c]
        side(480, -235, 96, z1, z0, 'p'); side(480, -235, -205, z1, z0, 'a5d2'); side(480, -10, 18, z1, z0, 'b9'); side(480, 56, 96, z1, z0, 'a7d4'); side(480, -165, -40, z1, z0, 'd8a4')
        lerp = lambda t: 1 / (1 / z1 + (1 / z0 - 1 / z1) * t)
        for k in range(6):
            if k in (1, 4): side(480, -190, 50, lerp(k / 6 + .03), lerp((k + 1) / 6 - .03), 'a25'); side(480, -160, -44, lerp(k / 6 + .045), lerp((k + 1) / 6 - .045), 'c7')
            else: side(480, -158, -46, lerp(k / 6 + .02), lerp((k + 1) / 6 - .02), 'c7' if (k + c) % 3 else 'c4')
        side(480, -235, 96, z0 * 1.012, z0, 'd85a4')
    x0, yt, x1, yb = *P(480, -235, 1), *P(860, 100, 1); w = x1 - x0; xm = (x0 + x1) / 2     # the face
    p.path(f'M{x0},{yb}V{yt+10}Q{x0+8},{yt-22} {xm},{yt-28}Q{x1-8},{yt-22} {x1},{yt+10}V{yb}Z', 'p'); p.rect(x0, yb - 44, w, 44, 'a7d4', 6)
    glass = f'M{x0+28},{yb-158}L{x0+36},{yt+18}Q{xm},{yt-8} {x1-36},{yt+18}L{x1-28},{yb-158}Q{xm},{yb-142} {x0+28},{yb-158}Z'
    p.path(glass, 'd95a4')
    with p.g(clip=glass): p.poly([(x0 + 80, yt - 20), (x0 + 150, yt - 20), (x0 + 84, yb), (x0 + 10, yb)], 'a6d5'); p.poly([(x0 + 176, yt - 20), (x0 + 198, yt - 20), (x0 + 130, yb), (x0 + 108, yb)], 'a6d5'); person(p, x1 - 110, yb - 20, 300, 'a9d5', 'b4d3', 'stand')
    p.rect(xm - 86, yt + 20, 172, 36, 'd9', 5); p.rect(xm - 74, yt + 29, 148, 18, 'c9b1', 4); p.path(f'M{x0},{yb-122}Q{xm},{yb-100} {x1},{yb-122}V{yb-86}Q{xm},{yb-64} {x0},{yb-86}Z', 'b9')
    for d in (-1, 1):
        with p.g(over=True): p.circ(xm + d * 140, yb - 62, 96, ('r', 'c6', 'p'))
        p.circ(xm + d * 140, yb - 62, 27, 'c5'); p.circ(xm + d * 140, yb - 62, 17, 'p')
    p.rect(xm - 50, yb - 30, 100, 40, 'd9', 6)


def balai(p):                              # a sky, b clay, c ink, d lemon
    p.rect(0, 0, W, 640, ('v', 'a9', 'a6', 'a25d1'))
    puffs(p, 200, 330, 420, 'p', 8); puffs(p, 1130, 290, 400, 'p', 7); cloud(p, 900, 110, 240, 'p', 2)
    for x, h in ((60, 210), (150, 170), (1130, 190), (1225, 230)): tree(p, x, 600, h, 'a75d8b2', 'b9c3', shade='c25')
    y, L, R = 590, 170, 1110
    p.rect(L, y - 230, R - L, 230, 'd1'); p.rect(L - 16, y - 246, R - L + 32, 20, 'p'); p.rect(L - 16, y - 226, R - L + 32, 10, 'b4c2')
    p.poly([(L - 20, y - 246), (L + 60, y - 330), (R - 60, y - 330), (R + 20, y - 246)], 'b85'); p.poly([(640, y - 330), (R - 60, y - 330), (R + 20, y - 246), (640, y - 246)], 'b9c2')
    for i in range(12):
        x = L + 26 + i * 78.5
        if 430 < x + 20 < 850: continue
        p.path(f'M{x},{y-24}V{y-130}a20,20 0 0 1 40,0V{y-24}Z', 'c6a3b2'); p.rect(x + 18, y - 150, 4, 126, 'p'); p.rect(x, y - 196, 40, 26, 'c6a3')
    p.rect(566, y - 440, 148, 130, 'p'); p.rect(672, y - 440, 42, 130, 'a2c2'); p.rect(552, y - 448, 176, 16, 'd15c1')          # clock tower
    p.path(f'M566,{y-448}C570,{y-520} 610,{y-540} 640,{y-556}C670,{y-540} 710,{y-520} 714,{y-448}Z', 'b9'); p.path(f'M640,{y-556}C670,{y-540} 710,{y-520} 714,{y-448}H668C672,{y-500} 660,{y-530} 640,{y-556}Z', 'b9c35')
    p.rect(637, y - 590, 6, 40, 'c8'); p.circ(640, y - 382, 42, 'c8a3'); p.circ(640, y - 382, 35, 'p'); p.line([(640, y - 382), (640, y - 408)], 'c9', 5); p.line([(640, y - 382), (658, y - 370)], 'c9', 5)
    p.rect(446, y - 260, 388, 260, 'a35c35b2'); p.path(f'M590,{y}V{y-130}a50,50 0 0 1 100,0V{y}Z', 'c8b4'); p.rect(500, y - 150, 56, 150, 'c6b3'); p.rect(724, y - 150, 56, 150, 'c6b3')
    for i in range(6):                     # the portico
        x = 446 + i * 67.6; p.rect(x, y - 262, 50, 262, 'p'); p.rect(x + 32, y - 262, 18, 262, 'a2c15'); p.rect(x - 7, y - 262, 64, 16, 'p'); p.rect(x - 7, y - 14, 64, 14, 'p')
    p.rect(420, y - 296, 440, 36, 'p'); p.rect(420, y - 266, 440, 7, 'c3b2'); p.poly([(410, y - 294), (640, y - 376), (870, y - 294)], 'p'); p.poly([(468, y - 302), (640, y - 362), (812, y - 302)], 'b3c1'); p.circ(640, y - 322, 16, 'd7b2')
    for k in range(5): p.rect(410 - k * 16, y + k * 9, 460 + k * 32, 10, ('p', 'c2b1')[k % 2])
    p.rect(0, y + 42, W, 240, 'd2b15')
    for k in range(-12, 13): p.line([(640 + k * 70, y + 42), (640 + k * 260, H)], 'b3c1', 2.5)
    for q in (650, 680, 724, 784): p.line([(0, q), (W, q)], 'b3c1', 2.5)
    p.rect(0, y + 34, 320, 10, 'a5b4c3'); p.rect(960, y + 34, 330, 10, 'a5b4c3')
    for x0, d in ((-10, 1), (1290, -1)):   # shrubs in the near corners
        for u, v, s in ((0, 860, 130), (120, 880, 100), (215, 892, 74), (40, 800, 74)): p.circ(x0 + d * u, v, s, 'a75d8b35c2' if v < 860 else 'a7d8b3')
        for u, v in ((20, 790), (70, 850), (130, 830), (190, 852), (110, 800), (30, 840)): p.circ(x0 + d * u, v, 9, 'b7d2')
    for x, q, h, d, f in ((540, 668, 62, 1, 'c9'), (610, 690, 74, -1, 'b9'), (650, 694, 74, 1, 'c8a3'), (830, 676, 66, -1, 'c9'), (935, 740, 104, -1, 'b9c2'), (760, 800, 140, 1, 'c95'), (1110, 690, 72, 1, 'a8c4'), (330, 655, 54, 1, 'b8')):
        with p.g(over=True): p.poly([(x - h * .08, q), (x + h * .1, q + 2), (x + h * 1.5, q - h * .22), (x + h * 1.4, q - h * .3)], 'c4a2')
        person(p, x, q, h, f, 'b5d2', 'walk', d, 'c95', 'c7a3')
    r = p.rng
    for i in range(15):                    # pigeons
        x, q = r.uniform(180, 620), r.uniform(720, 800); p.path(f'M{x},{q}q10,-12 22,-4q8,-10 12,-2l-5,5q-6,9 -16,7Z', 'c7a3')
    birds(p, 420, 150, 'c8', 6, 15)


def puskesmas(p):                          # a teal, b gold, c plum, d coral
    sky(p, 'c8a7', 'c7a5', 'c5a35', y=480); stars(p, 260, 'b2', 60)
    p.path('M1086,72A48,48 0 1 1 1040,146A40,40 0 0 0 1086,72Z', 'b2')
    ridge(p, 400, 90, 'c75a5', 620, 150); palm(p, 130, 560, 420, 'c9a6', .12); palm(p, 1190, 560, 360, 'c9a6', -.1); palm(p, 1120, 560, 250, 'c9a6', .1)
    p.rect(0, 560, W, 300, ('v', 'c7a5', 'c9a6'))
    p.poly([(110, 250), (270, 120), (1010, 120), (1170, 250)], 'd8c3')
    for k in range(7): p.path(f'M{262-k*22:.0f},{134+k*18}H{1018+k*22}', 'none', 'd8c55', 4)
    p.rect(96, 244, 1088, 22, 'c8d3'); p.rect(190, 266, 900, 390, ('v', 'b75d1', 'b5', 'b35'))
    p.poly([(620, 180), (660, 180), (660, 180)], 'p'); p.circ(640, 186, 50, 'p'); p.rect(628, 150, 24, 72, 'a8'); p.rect(604, 174, 72, 24, 'a8')
    p.rect(190, 520, 900, 136, 'a5b3')
    p.rect(560, 330, 160, 326, 'p'); p.rect(572, 342, 66, 314, 'a3b2'); p.rect(644, 342, 64, 314, 'a3b2'); p.rect(580, 356, 50, 120, 'b2'); p.rect(652, 356, 48, 120, 'b2')
    for x in (250, 770):                   # lit windows with a nurse behind one
        p.rect(x, 336, 250, 156, 'p'); p.rect(x + 10, 346, 230, 136, 'b15')
        if x > 500: p.path(f'M{x+96},482q-4,-64 34,-68q40,4 36,68Z', 'p'); p.path(f'M{x+96},482q-4,-64 34,-68q40,4 36,68', 'none', 'a6', 4); p.circ(x + 130, 392, 21, 'd4b4'); p.path(f'M{x+107},388q4,-34 24,-32q22,0 23,32q-22,-12 -47,0Z', 'c9')
        else: p.rect(x + 30, 366, 66, 92, 'a4'); p.rect(x + 110, 366, 110, 10, 'd6'); [p.rect(x + 110, 392 + k * 20, 100 - k * 12, 7, 'c4') for k in range(4)]
        p.rect(x + 120, 346, 8, 136, 'p') if x < 500 else None
    for x in (330, 640, 950):
        p.rect(x - 3, 266, 6, 24, 'c8'); p.poly([(x - 34, 304), (x - 16, 284), (x + 16, 284), (x + 34, 304)], 'c8a4'); p.ell(x, 308, 20, 10, 'p')
        with p.g(op=.5): p.poly([(x - 30, 308), (x + 30, 308), (x + 150, 650), (x - 150, 650)], ('v', 'p', 'b35'))
    p.rect(140, 650, 1000, 34, 'b4c15'); p.rect(140, 680, 1000, 12, 'c7d3')
    for x0, x1 in ((212, 535), (745, 1068)):
        p.rect(x0, 556, x1 - x0, 14, 'c7d5'); p.rect(x0, 602, x1 - x0, 16, 'c8d5'); [p.rect(x, 560, 10, 92, 'c9d3') for x in (x0 + 10, x1 - 20)]
    for x, h, d, f, l in ((262, 176, 1, 'd85', 'c8'), (340, 170, 1, 'a85', 'c85'), (415, 182, -1, 'p', 'c7d2'), (488, 120, 1, 'd6b3', 'a8'), (800, 176, 1, 'c75', 'a8'), (880, 172, -1, 'b9d3', 'c9'), (955, 180, 1, 'a9c2', 'c8'), (1030, 170, -1, 'd9', 'c8')):
        person(p, x, 656 - (26 if h < 130 else 0), h, f, 'd4b4c1', 'sit', d, 'c95', l)
    person(p, 640, 664, 210, 'p', 'd4b4c1', 'stand', 1, 'c95', 'a7')
    for x in (190, 470, 790, 1076): p.rect(x, 262, 18, 396, 'p'); p.rect(x + 11, 262, 7, 396, 'c5d2')
    with p.g(op=.55): p.poly([(240, 692), (1040, 692), (1180, 853), (100, 853)], ('v', 'b75d2', 'c7a4'))
    p.rect(520, 692, 240, 16, 'b4c3'); p.rect(490, 708, 300, 18, 'b5c4')
    with p.g('translate(930 800)'):        # a parked motorbike
        p.circ(-70, 0, 34, 'c95a5'); p.circ(-70, 0, 18, 'c5b3'); p.circ(74, 0, 34, 'c95a5'); p.circ(74, 0, 18, 'c5b3'); p.path('M-96,-40Q-60,-62 -10,-52L20,-24L48,-28L58,-92H70L82,-20L20,-4H-40L-60,-30Z', 'd8c4'); p.path('M40,-96L78,-104', 'none', 'c95a5', 8); p.path('M-100,-48H-14', 'none', 'c95a5', 13)
    for x, s in ((90, 1), (180, .8), (1230, 1.1)):
        for k in range(9): a = -math.pi * (k + .5) / 9; p.path(f'M{x},{830}Q{x+70*s*math.cos(a):.0f},{820+110*s*math.sin(a):.0f} {x+130*s*math.cos(a):.0f},{830+120*s*math.sin(a):.0f}Q{x+40*s*math.cos(a):.0f},{820+60*s*math.sin(a):.0f} {x+14},{830}Z', 'a8c6')


def layang(p):                             # a coral, b sky, c ink, d gold
    p.spread = .75
    p.rect(0, 0, W, 400, ('v', 'b65', 'b35', 'd25')); cloud(p, 330, 90, 300, 'p', 2); cloud(p, 1010, 150, 320, 'p', 2); r = p.rng
    skyline(p, 400, 60, 180, 'b4a15', 50, 90); skyline(p, 420, 40, 150, 'b55c2', 50, 90)
    for x, w, h, f, s in ((930, 96, 330, 'p', 'b4c2'), (1060, 130, 250, 'd4', 'd4c35'), (80, 110, 290, 'b4', 'b5c4'), (220, 80, 210, 'a35', 'a4c35'), (760, 70, 190, 'b3', 'b5c3')): tower(p, x, 460, w, h, f, 'c6b3', w // 30, h // 34, .9, s)
    p.rect(0, 415, W, 440, 'c45b3')

    def roofs(y0, y1, s0, s1, k):
        for q in range(k):
            t = q / (k - 1); y = y0 + (y1 - y0) * t; s = s0 + (s1 - s0) * t; x = -80 - r.uniform(0, 60)
            while x < W + 60:
                w, h = 88 * s * r.uniform(.8, 1.3), 60 * s * r.uniform(.85, 1.15); f = r.choice(['a8', 'a65d2', 'a9c1', 'a7c2', 'a5d3', 'd6a3', 'b5c2'])
                if r.random() < .16: tree(p, x + w * .4, y + h * .3, h * 1.5, r.choice(['b8d5c2', 'b7d6c1', 'b9d4c4'])); x += w * .8; continue
                p.rect(x, y - h * .5, w, h * .9, r.choice(['p', 'd2', 'b2', 'a15'])); p.rect(x + w * .62, y - h * .5, w * .38, h * .9, 'c3b1')
                windows(p, x + w * .05, y - h * .4, w * .55, h * .5, 1, 1, 'c7b2', gap=.6)
                p.poly([(x - w * .07, y - h * .46), (x + w * .3, y - h), (x + w * 1.05, y - h * .86), (x + w * .7, y - h * .32)], f); p.poly([(x + w * 1.05, y - h * .86), (x + w * .7, y - h * .32), (x + w * 1.08, y - h * .4)], f + 'c4' if 'c' not in f else 'a9c5')
                x += w * r.uniform(.98, 1.12)
    roofs(445, 720, .62, 1.3, 5)
    C = [(-60, 560, 40), (140, 500, 42), (360, 462, 46), (590, 470, 56), (760, 520, 72), (840, 600, 92), (800, 700, 120), (640, 800, 150), (440, 900, 190), (150, 1050, 250)]
    S = []                                 # the deck, densely sampled
    for i in range(len(C) - 1):
        p0, p1, p2, p3 = C[max(0, i - 1)], C[i], C[i + 1], C[min(len(C) - 1, i + 2)]
        for k in range(12):
            t = k / 12; S.append(tuple(.5 * (2 * p1[j] + (p2[j] - p0[j]) * t + (2 * p0[j] - 5 * p1[j] + 4 * p2[j] - p3[j]) * t * t + (3 * p1[j] - p0[j] - 3 * p2[j] + p3[j]) * t ** 3) for j in range(3)))
    N = []
    for i, (x, y, w) in enumerate(S):
        a, b = S[max(0, i - 1)], S[min(len(S) - 1, i + 1)]; dx, dy = b[0] - a[0], (b[1] - a[1]) * 1.6; l = math.hypot(dx, dy) or 1
        N.append((-dy / l, dx / l * .62))
    off = lambda u, dz=0: [(x + n_[0] * w * u, y + n_[1] * w * u + dz * w) for (x, y, w), n_ in zip(S, N)]
    with p.g(over=True): p.poly(off(-1, 1.1) + off(1, 1.1)[::-1], 'c35')
    for i in (6, 16, 26, 36, 45, 54, 63, 72):
        x, y, w = S[i]; p.rect(x - w * .3, y, w * .6, w * 1.9, 'c5b2'); p.rect(x - w * .3, y, w * .2, w * 1.9, 'c2b1'); p.poly([(x - w * .9, y), (x + w * .9, y), (x + w * .3, y + w * .8), (x - w * .3, y + w * .8)], 'c6b2')
    p.poly(off(-1.06) + off(-1.06, .34)[::-1], 'c5b2'); p.poly(off(1.06) + off(1.06, .34)[::-1], 'c35b1')
    p.poly(off(-1.1, .02) + off(1.1, .02)[::-1], 'p'); p.poly(off(-.96) + off(.96)[::-1], 'c6b3')
    p.line(off(0), 'd8', 4); p.add('<g stroke-dasharray="20 18">'); p.line(off(-.48), 'p', 3, 'butt'); p.line(off(.48), 'p', 3, 'butt'); p.add('</g>')
    for i, u, f in ((8, -.5, 'a9'), (17, .5, 'p'), (24, -.5, 'd9'), (33, .5, 'b6'), (41, -.5, 'p'), (47, .5, 'a9'), (55, -.5, 'd9'), (62, .45, 'b7'), (70, -.5, 'a9'), (77, .48, 'p')):
        x, y = off(u)[i]; w = S[i][2]; a, b = S[i - 1], S[i + 1]; an = math.degrees(math.atan2(b[1] - a[1], b[0] - a[0]))
        with p.g(f'translate({x:.0f} {y:.0f}) rotate({an:.0f}) scale({w/92:.2f})'): p.rect(-34, -12, 68, 30, 'c9', 8); p.rect(-34, -19, 68, 32, f, 9); p.rect(-14, -16, 28, 26, 'c8b3', 5); p.rect(-8, -15, 15, 24, f, 3)
    for i in range(2, 94, 7):              # lamps
        x, y = off(-1.06)[i]; w = S[i][2]; p.line([(x, y), (x, y - w * 1.1), (x + N[i][0] * w * .3, y - w * 1.15)], 'c7b2', max(1.6, w / 34))
    R2 = [(x, y) for y in (800, 880) for x in (930, 1080, 1230)] + [(x, y) for y in (700, 790, 880) for x in (-20, 140, 300) if x < 200 or y < 780]
    for x, y in R2:
        w, h = 138 * r.uniform(.9, 1.15), 92; x += r.uniform(-16, 16); f = r.choice(['a85', 'a7c2', 'a9c2', 'a6d3'])
        p.rect(x, y - h * .5, w, h * 1.1, r.choice(['p', 'd25', 'b25'])); windows(p, x + w * .06, y - h * .36, w * .6, h * .5, 2, 1, 'c75b2')
        p.poly([(x - w * .07, y - h * .42), (x + w * .2, y - h), (x + w * .98, y - h * .9), (x + w * .72, y - h * .3)], f); p.poly([(x + w * .98, y - h * .9), (x + w * .72, y - h * .3), (x + w * 1.1, y - h * .36)], 'a9c5')
        for k in range(1, 3): u = k / 3; p.line([(x - w * .07 + w * .79 * u, y - h * (.42 - .12 * u)), (x + w * .2 + w * .78 * u, y - h * (1 - .1 * u))], 'a9c4', 2)
    for x, y, h in ((1020, 700, 120), (1180, 690, 150), (60, 640, 100)): tree(p, x, y, h, 'b8d5c3', shade='c3')


SCENES = even({
    'sekolah-desa': ('leaf red gold forest', sekolah), 'kereta-kota': ('violet coral gold ink', kereta), 'balai-kota': ('sky clay ink lemon', balai),
    'puskesmas': ('teal gold plum coral', puskesmas), 'jalan-layang': ('coral sky ink gold', layang), 
    **scenes_nasional2.SCENES,
})
