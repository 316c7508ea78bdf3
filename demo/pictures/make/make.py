#!/usr/bin/env python3
"""Draw the demo newsroom's pictures:  make.py [-o FOLDER] [--png] [NAME ...]

Scenes are printed like a risograph (riso.py), charts, maps and portraits are drawn on a sheet (sheet.py), and
views are made of light (light.py)."""
import argparse, os, sys
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from riso import Pic
from light import jpeg, seeded
import scenes_dunia, scenes_ekonomi, scenes_nasional, scenes_berita, scenes_sampul
import charts, portraits, views_land, views_more, views_near

here = os.path.dirname(os.path.abspath(__file__))
ap = argparse.ArgumentParser(description=__doc__)
ap.add_argument('-o', default=os.path.dirname(here), help='output folder (default: the folder above)')
ap.add_argument('--png', action='store_true', help='draft: half-size PNG instead of JPEG')
ap.add_argument('names', nargs='*')
a = ap.parse_args()
os.makedirs(a.o, exist_ok=True)
scenes, views = {}, {}
for m in (scenes_dunia, scenes_nasional, scenes_ekonomi, scenes_berita, scenes_sampul):
    scenes.update(m.SCENES)
for m in (charts, portraits, views_land, views_more, views_near):
    views.update(m.VIEWS)
flat = charts.VIEWS.keys() | portraits.VIEWS.keys()
total = 0
for name in a.names or [*scenes, *views]:
    if name in scenes:
        inks, draw = scenes[name]
        p = Pic(name, inks)
        draw(p)
        if a.png:
            p.press().resize((640, 427)).save(f'{a.o}/{name}.png')
            continue
        size, grain, q = p.save(f'{a.o}/{name}.jpg')
        how = f'grain {grain}  q {q}'
    else:
        im = views[name](seeded(name))
        if a.png:
            im.resize((im.width // 2, im.height // 2)).save(f'{a.o}/{name}.png')
            continue
        data, q = jpeg(im, 46_000, (72, 68, 64, 60)) if name in flat else jpeg(im)
        with open(f'{a.o}/{name}.jpg', 'wb') as f:
            size = f.write(data)
        how = f'q {q}'
    total += size
    print(f'{name:20} {size/1000:6.1f} kB  {how}', flush=True)
print(f'total {total/1e6:.2f} MB')
