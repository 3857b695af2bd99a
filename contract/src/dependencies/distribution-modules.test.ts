import { expect, it } from 'vitest';
import { modulesOfDistribution } from './distribution-modules.ts';

it.each([
  ['a package', 'bs4/__init__.py,sha256=x,10\nbs4/element.py,,\nbeautifulsoup4-4.12.3.dist-info/METADATA,,\n', ['bs4']],
  ['modules at the top', 'six.py,sha256=x,1\n__pycache__/six.cpython-311.pyc,,\nsix-1.16.0.dist-info/RECORD,,\n', ['six']],
  ['an extension', 'yaml/__init__.py,,\n_yaml/__init__.py,,\nfast.cpython-311-x86_64-linux-gnu.so,,\n', ['yaml', '_yaml', 'fast']],
  ['a namespace', 'google/cloud/storage/__init__.py,,\n', ['google']],
  ['programs and data', '../../../bin/dotenv,,\ndotenv/main.py,,\npython_dotenv-1.0.data/x,,\n', ['dotenv']],
  ['something installed in place', '__editable__.mine-1.0.pth,,\nmine-1.0.dist-info/RECORD,,\n', undefined],
  ['nothing', 'mine-1.0.dist-info/RECORD,,\n', undefined],
])('is read from the record of %s', (_, record, modules) => {
  expect(modulesOfDistribution({ topLevel: undefined, record })).toEqual(modules);
});

it('is read from top_level.txt where there is one', () => {
  expect(modulesOfDistribution({ topLevel: 'attr\nattrs\n', record: 'other/x.py,,\n' })).toEqual(['attr', 'attrs']);
  expect(modulesOfDistribution({ topLevel: '', record: 'other/x.py,,\n' })).toEqual(['other']);
  expect(modulesOfDistribution({ topLevel: undefined, record: undefined })).toBeUndefined();
});
