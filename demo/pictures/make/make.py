#!/usr/bin/env python3
"""Draw the demo newsroom's pictures:  make.py [-o FOLDER] [--png] [NAME ...]"""
import argparse, os, sys
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from riso import Pic
import scenes_dunia, scenes_ekonomi, scenes_nasional

here = os.path.dirname(os.path.abspath(__file__))
ap = argparse.ArgumentParser(description=__doc__)
ap.add_argument('-o', default=os.path.dirname(here), help='output folder (default: the folder above)')
ap.add_argument('--png', action='store_true', help='draft: half-size PNG instead of JPEG')
ap.add_argument('names', nargs='*')
a = ap.parse_args()
os.makedirs(a.o, exist_ok=True)
scenes = {}
for m in (scenes_dunia, scenes_nasional, scenes_ekonomi):
    scenes.update(m.SCENES)
total = 0
for name in a.names or scenes:
    inks, draw = scenes[name]
    p = Pic(name, inks)
    draw(p)
    if a.png:
        p.press().resize((640, 427)).save(f'{a.o}/{name}.png')
        continue
    size, grain, q = p.save(f'{a.o}/{name}.jpg')
    total += size
    print(f'{name:20} {size/1000:6.1f} kB  grain {grain}  q {q}', flush=True)
print(f'total {total/1e6:.2f} MB')
