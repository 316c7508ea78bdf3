"""Charts and maps, each from the numbers that its article gives in a table."""
import math
from riso import smooth
from sheet import *


def susut_panen(rs):
    s = Sheet()
    s.title('Dari 100 kg tomat, 66 kg yang dimakan', 'Yang hilang di tiap tahap, dalam kilogram')
    steps = (('Kebun', 6), ('Pengepul', 5), ('Truk', 9), ('Pasar induk', 8), ('Kios', 6))
    left, x0, bw, top, base = 100, 60, 148, 210, 690
    u = (base - top) / 100
    s.rect(x0, top, bw, base - top, TEAL); s.text(x0 + bw / 2, top + 60, '100', 46, 'white', 'middle', True); s.text(x0 + bw / 2, base + 52, 'Panen', 38, INK, 'middle')
    for i, (name, lost) in enumerate(steps):
        x = x0 + (i + 1) * 172
        y = top + (100 - left) * u
        s.line([(x - 24, y), (x, y)], GREY, 3)
        s.rect(x, y, bw, lost * u, RED)
        s.text(x + bw / 2, y + lost * u + 50, f'−{lost}', 46, RED, 'middle', True)
        left -= lost
        a, _, b = name.partition(' ')
        s.text(x + bw / 2, base + 52, a, 38, INK, 'middle')
        if b: s.text(x + bw / 2, base + 98, b, 38, INK, 'middle')
    x = x0 + 6 * 172
    y = top + (100 - left) * u
    s.line([(x - 24, y), (x, y)], GREY, 3)
    s.rect(x, y, bw, base - y, TEAL); s.text(x + bw / 2, y + 60, str(left), 46, 'white', 'middle', True); s.text(x + bw / 2, base + 52, 'Dimakan', 38, INK, 'middle')
    s.line([(50, base), (1240, base)], INK, 3)
    return s.image()


def malam_hangat(rs):
    s = Sheet()
    s.title('Malam makin hangat di enam kota', 'Rata-rata suhu terendah malam, °C')
    rows = (('Muara Lintang', 24.6, 26.1), ('Wiragati', 23.9, 25.7), ('Bandar Sarunai', 24.1, 25.2),
            ('Purwalaras', 22.8, 24.0), ('Tirtolaras', 22.1, 23.6), ('Sanggarwangi', 19.7, 20.4))
    X = lambda v: 500 + (v - 19) * 90
    for v in range(19, 28, 2):
        s.line([(X(v), 240), (X(v), 760)], PALE, 3); s.text(X(v), 815, str(v), 36, '#5a6070', 'middle')
    for i, (name, a, b) in enumerate(rows):
        y = 282 + i * 88
        s.text(370, y + 14, name, 40, INK, 'end')
        s.line([(X(a), y), (X(b), y)], GOLD, 12)
        s.circ(X(a), y, 19, TEAL); s.circ(X(b), y, 19, RED)
        s.text(X(a) - 30, y + 13, comma(a), 35, TEAL, 'end', True); s.text(X(b) + 30, y + 13, comma(b), 35, RED, 'start', True)
    s.circ(412, 192, 15, TEAL); s.text(440, 205, '1996–2005', 36, TEAL, bold=True)
    s.circ(722, 192, 15, RED); s.text(750, 205, '2016–2025', 36, RED, bold=True)
    return s.image()


def lansia_sendiri(rs):
    s = Sheet()
    s.title('Warga 65 tahun ke atas yang tinggal sendiri', 'Persen, survei delapan kabupaten 2026')
    rows = (('Arjasari Hulu', 24.3), ('Wonolaras', 21.8), ('Karangwuni', 19.6), ('Sanggarwangi', 15.2),
            ('Batulanteng', 12.7), ('Muara Lintang', 10.4), ('Nuamoro', 8.9), ('Sarunai', 7.1))
    for i, (name, v) in enumerate(rows):
        y = 178 + i * 80
        s.text(390, y + 50, name, 40, INK, 'end')
        s.rect(410, y + 10, v * 29, 56, RED if v > 15 else '#b9bdc5')
        s.text(410 + v * 29 - 16, y + 53, comma(v), 40, 'white' if v > 15 else INK, 'end', True)
    m = 410 + 15 * 29
    s.line([(m, 176), (m, 812)], INK, 4, 'stroke-dasharray="4 12"'); s.text(m + 24, 704, 'rata-rata 15,0', 40, INK)
    return s.image()


def gol_menit(rs):
    s = Sheet()
    s.title('Gol paling banyak lahir di ujung laga', 'Liga Pesisir, 96 pertandingan, 290 gol')
    rows = (('1–15', 31), ('16–30', 38), ('31–45+', 47), ('46–60', 44), ('61–75', 52), ('76–90+', 78))
    for i, (name, v) in enumerate(rows):
        x = 70 + i * 196
        s.rect(x, 740 - v * 6.6, 158, v * 6.6, RED if v == 78 else TEAL)
        s.text(x + 79, 740 - v * 6.6 - 18, str(v), 48, INK, 'middle', True)
        s.text(x + 79, 796, name, 40, INK, 'middle')
    s.line([(50, 740), (1236, 740)], INK, 3)
    return s.image()


def sea(s, coast, land='#ddd3ba', water='#cfe0e0'):
    s.rect(0, 0, s.w, s.h, water)
    for k, c in ((64, '#c5d9da'), (38, '#bad2d4'), (16, '#a9c6ca')):
        s.path(coast, 'none', c, k * 2)
    s.path(coast, land, '#8d8468', 4)


def place(s, x, y, name, size=40, dx=22, dy=14, anchor='start', bold=False, r=10):
    s.circ(x, y, r, INK, 'white', 4)
    s.text(x + dx, y + dy, name, size, INK, anchor, bold, '#f4efe2')


def peta_sarunai(rs):
    s = Sheet()
    coast = smooth([(1320, -60), (760, -60), (742, 60), (820, 140), (760, 220), (800, 300), (930, 330), (1010, 400), (960, 480), (840, 500), (760, 560),
                    (800, 660), (730, 760), (760, 930), (1340, 930), (1340, 400)], True)
    sea(s, coast)
    ex, ey = 430, 430
    for r, t in ((150, '18 km'), (330, '40 km'), (540, '65 km')):
        s.circ(ex, ey, r, 'none', RED, 4, 'stroke-dasharray="3 12" stroke-opacity=".8"')
        a, b = (.8, .6) if r > 500 else (-.72, .76)
        s.text(ex + r * a, ey + r * b + 12, t, 36, RED, 'middle', True, '#ddd3ba' if r > 500 else '#cfe0e0')
    s.path(''.join(f'{"M" if i == 0 else "L"}{ex+math.sin(i*math.pi/5)*(44 if i%2==0 else 19):.1f},{ey-math.cos(i*math.pi/5)*(44 if i%2==0 else 19):.1f}' for i in range(10)) + 'Z', RED, 'white', 5)
    s.text(ex, ey - 66, 'M 6,1', 54, RED, 'middle', True, '#cfe0e0'); s.text(ex, ey + 90, 'dalam 14 km', 36, INK, 'middle', False, '#cfe0e0')
    place(s, 778, 250, 'Lamoro', dy=-8); place(s, 1004, 400, 'Bandar Sarunai', 42, 60, 66, 'middle', True, 13); place(s, 776, 580, 'Ujung Pasir'); place(s, 748, 120, 'Tolae', dx=34, dy=6)
    s.text(852, 394, 'Teluk Sarunai', 34, '#3e7278', 'middle')
    s.line([(60, 806), (60 + 247, 806)], INK, 8); s.text(60, 782, '30 km', 38)
    s.text(50, 74, 'Pusat gempa 26 November', 50, INK, bold=True)
    return s.image()


def cekungan_sarunai(rs):
    s = Sheet()
    s.title('Endapan lunak memperpanjang guncangan', 'Penampang sederhana, lama guncangan kuat')
    s.path('M0,420L250,400C320,420 380,430 450,430L980,430C1040,420 1080,390 1140,350L1280,320V853H0Z', '#8f8a80')
    s.path('M330,424C420,430 430,660 640,672C860,680 900,440 1010,424Z', '#e3c98d', '#b4924e', 4)
    for x in range(400, 950, 38):
        for y in range(452, 640, 34):
            if ((x - 655) / 300) ** 2 + ((y - 424) / 235) ** 2 < .86: s.circ(x + (y % 3) * 6, y, 4, '#b4924e')
    for x, t, c in ((170, '9 detik', TEAL), (655, '31 detik', RED), (1150, '9 detik', TEAL)):
        y = 290 if x != 1150 else 235
        s.text(x, y - 74, t, 50, c, 'middle', True)
        a = 30 if c == RED else 11
        w = 200 if c == RED else 70
        s.line([(x - w + i * 4, y - 20 + a * math.sin(i * .55) * math.exp(-((i * 4 - w) / w) ** 2 * 1.4)) for i in range(w // 2)], c, 6)
    for x in (590, 640, 690, 740): s.rect(x - 20, 376, 40, 54, INK); s.path(f'M{x-30},380L{x},346L{x+30},380Z', INK)
    s.rect(146, 346, 46, 54, INK); s.path('M134,352L169,314L204,352Z', INK)
    s.text(655, 560, 'endapan lumpur', 40, '#5d4717', 'middle', True, '#e3c98d'); s.text(655, 610, 'tebal 40–120 m', 38, '#5d4717', 'middle', False, '#e3c98d')
    s.text(180, 560, 'batuan', 40, 'white', 'middle', True); s.text(1110, 560, 'batuan', 40, 'white', 'middle', True)
    for i in range(5):
        x = 300 + i * 180
        s.line([(x, 830), (x, 750)], 'white', 8); s.path(f'M{x-20},768L{x},730L{x+20},768', 'none', 'white', 8)
    s.text(50, 806, 'gelombang', 38, 'white', bold=True)
    return s.image()


def peta_limau(rs):
    s = Sheet(paper='#e4e2cd')
    s.path(smooth([(0, 0), (330, 60), (560, -10), (900, 90), (1280, 20), (1280, -50), (0, -50)], True), '#c4ceb0')
    s.path('M980,930C1020,820 1120,760 1300,700V930Z', '#cfe0e0', '#8fb0b4', 4)
    river = smooth([(180, -20), (240, 110), (190, 220), (330, 300), (520, 270), (640, 360), (600, 480), (740, 560), (900, 540), (1000, 640), (1110, 790)])
    s.path(river, 'none', '#a9c6ca', 46); s.path(river, 'none', '#7fabb2', 26)
    for k, (x, y, v) in enumerate(((330, 300, 4), (480, 272, 9), (606, 318, 7), (622, 430, 12), (690, 530, 6), (860, 545, 3))):
        s.circ(x, y, 16 + v * 3.4, RED, 'white', 4, 'fill-opacity=".85"'); s.text(x, y + 15, str(v), 40, 'white', 'middle', True)
    place(s, 260, 190, 'Talang Akar', dx=26); place(s, 740, 330, 'Lubuk Tapah', dx=24); place(s, 480, 470, 'Simpang Dolok', 40, -22, 14, 'end'); place(s, 940, 470, 'Pasar Limau', dx=22); place(s, 1070, 680, 'Muara Limau', 40, -24, 40, 'end')
    s.line([(560, 640), (585, 490)], INK, 4, 'stroke-dasharray="4 10"'); s.text(300, 690, 'Jembatan Sikaduduak', 40, INK, bold=True, halo='#f4efe2')
    s.path('M560,452L660,500', 'none', INK, 12)
    s.text(50, 800, 'Angka: titik tambang yang terhitung', 38, INK); s.text(740, 80, 'Batang Limau', 52, INK, bold=True); s.text(740, 132, '41 titik, Oktober 2026', 38, '#5a6070')
    return s.image()


def rute_perintis(rs):
    s = Sheet()
    s.rect(0, 0, 1280, 853, '#cfe0e0')
    isles = (((60, 640), (210, 600), (330, 700), (260, 870), (40, 870)), ((300, 420), (390, 380), (440, 450), (380, 520), (300, 490)), ((520, 250), (600, 200), (660, 260), (600, 330), (530, 320)),
             ((720, 420), (800, 400), (830, 470), (770, 520), (715, 490)), ((880, 200), (980, 160), (1020, 230), (950, 290), (880, 260)), ((1090, 380), (1150, 350), (1190, 430), (1130, 480)), ((1010, 640), (1120, 600), (1170, 690), (1080, 750), (1000, 720)))
    for i in isles:
        d = smooth(list(i), True)
        s.path(d, 'none', '#bad2d4', 40); s.path(d, '#ddd3ba', '#8d8468', 4)
    stops = ((262, 622, 'Tanjung Ulu'), (420, 412, 'Pulau Sagu'), (598, 326, 'Liran'), (722, 452, 'Batu Merah'), (900, 272, 'Wetan'), (1100, 420, 'Nusa Telo'), (1040, 620, 'Karang Abu'))
    s.path(smooth([(x, y) for x, y, _ in stops]), 'none', RED, 7, 'stroke-dasharray="2 15"')
    for n, (x, y, name) in enumerate(stops, 1):
        s.circ(x, y, 27, RED, 'white', 5); s.text(x, y + 14, str(n), 38, 'white', 'middle', True)
    for n, dx, dy, a in ((0, -60, -36, 'middle'), (1, -10, -48, 'end'), (2, 0, -150, 'middle'), (3, 0, 112, 'middle'), (4, 40, -130, 'middle'), (5, 0, -88, 'middle'), (6, 20, 178, 'middle')):
        x, y, name = stops[n]; s.text(x + dx, y + dy, name, 40, INK, a, True, '#e8efea')
    s.text(50, 76, 'Tujuh singgahan, 386 mil laut', 50, INK, bold=True)
    return s.image()


VIEWS = {'susut-panen': susut_panen, 'malam-hangat': malam_hangat, 'lansia-sendiri': lansia_sendiri, 'gol-menit': gol_menit,
         'peta-sarunai': peta_sarunai, 'cekungan-sarunai': cekungan_sarunai, 'peta-limau': peta_limau, 'rute-perintis': rute_perintis}
