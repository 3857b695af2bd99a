import { expect, it } from 'vitest';
import { fieldPicture } from './field-picture.ts';

function check(text: string, leaks: readonly string[] = []): void {
  const marked = { 'main.py': text };
  expect(fieldPicture(marked)).toEqual({ drawn: marked, leaks: leaks.map((leak) => `${leak} main.py`) });
}

it('knows the fields of pydantic models, and what is read of their objects', () => {
  check(`from pydantic import BaseModel, Field

class Home(BaseModel):
    [[street]]: str

class Base(BaseModel):
    [[unit]]: str = "C"

class Input(Base):
    """url: an address"""
    model_config = {"frozen": True}
    [[url]]: str = Field(default="", description="url")
    [[home]]: Home | None = None
    [[items]]: list[Home] = []
    limit = 3

    def short(self) -> str:
        return self.[[url]][:3]

    @property
    def place(self):
        return self.[[home]].[[street]]

def show(data: Input):
    print(data.[[unit]], data.short(), data.place)

def execute(input_data):
    data = Input(**input_data)
    show(data)
    again = Input.model_validate(input_data)
    other = data.model_dump()["[[url]]"]
    for item in again.[[items]]:
        item.[[street]]
    data.[[url]] = "url"
    return {"<<a>>": data.[[home]].[[street]], "<<b>>": other}
`);
});

it('knows models and types of another file of the agent', () => {
  const marked = {
    'main.py': `from models import Input as Given, More

def helper(d: More):
    return d["[[unit]]"]

def execute(input_data):
    data = Given(**input_data)
    return {"<<a>>": data.[[home]].[[street]], "<<b>>": helper(input_data)}
`,
    'models.py': `from typing import TypedDict
from pydantic import BaseModel
from parts import Home

class Input(BaseModel):
    [[home]]: Home

class More(TypedDict):
    [[unit]]: str
`,
    'parts.py': 'from pydantic import BaseModel\n\nclass Home(BaseModel):\n    [[street]]: str\n',
  };
  expect(fieldPicture(marked)).toEqual({ drawn: marked, leaks: [] });
  const tested = { ...marked, 'test_models.py': 'from models import Input\nassert Input(home={"street": "x"})\n' };
  expect(fieldPicture(tested).leaks).toEqual(['input shared models.py']);
});

it('knows dataclasses and typed dictionaries', () => {
  check(`from dataclasses import asdict, dataclass, field
from typing import TypedDict, cast

@dataclass(frozen=True)
class Input:
    [[url]]: str
    [[tags]]: list = field(default_factory=list)

    def __post_init__(self):
        assert self.[[url]]

class More(TypedDict, total=False):
    [[unit]]: str

class Last(TypedDict):
    [[days]]: int

def execute(input_data):
    data = Input(**input_data)
    asdict(data)["[[tags]]"]
    more: More = input_data
    last = cast(Last, input_data)
    return {"<<a>>": data.[[url]], "<<b>>": more["[[unit]]"], "<<c>>": last["[[days]]"]}
`);
});

it('knows the fields of an output that a model is', () => {
  check(`from dataclasses import asdict, dataclass
from pydantic import BaseModel

class Output(BaseModel):
    <<text>>: str
    <<rows>>: list = []
    <<more>>: dict = {}

def execute(input_data):
    rows = [{"<<a>>": 1}]
    rows[0]["<<b>>"] = 2
    result = Output(<<text>>="text", <<rows>>=rows, <<more>>={"<<rows>>": rows})
    result.<<rows>> = []
    return result.model_dump()
`);
  check(`from dataclasses import asdict, dataclass
from typing import TypedDict

@dataclass
class Output:
    <<text>>: str

class Home(TypedDict):
    <<street>>: str

def execute(input_data):
    if input_data.get("[[x]]"):
        return Home(<<street>>="x")
    return asdict(Output(<<text>>="text"))
`);
});

const model = (body: string, head = 'class Input(BaseModel):'): string =>
  `from pydantic import BaseModel, Field, field_validator, computed_field\nfrom dataclasses import dataclass, InitVar\n${head}\n${body}\n`;
const url = '    [[url]]: str';
const use = 'def execute(d):\n    data = Input(**d)\n    return {"<<a>>": data.[[url]]}\n';
const dynamic = ['input dynamic'];

it.each<readonly [string, string, readonly string[]]>([
  ['has an alias', model('    [[url]]: str = Field(alias="URL")') + use, dynamic],
  ['makes aliases', model(`${url}\n    model_config = ConfigDict(alias_generator=to_camel)`) + use, dynamic],
  ['takes other keys too', model(`${url}\n    class Config:\n        extra = "allow"`) + use, dynamic],
  ['takes other keys too, by its head', model(url, 'class Input(BaseModel, extra="allow"):') + use, dynamic],
  ['names a field in a validator', model(`${url}\n    @field_validator("url")\n    def check(cls, v):\n        return v`) + use, dynamic],
  ['has a constructor of its own', model(`${url}\n    def __init__(self, **data):\n        super().__init__(**data)`) + use, dynamic],
  ['finds attributes that are not there', model(`${url}\n    def __getattr__(self, name):\n        return 1`) + use, dynamic],
  ['is built on something else too', model(url, 'class Input(BaseModel, Mixin):') + use, dynamic],
  ['is decorated', `${model(url, '@wrap\nclass Input(BaseModel):')}${use}`, dynamic],
  ['has a value for its constructor alone', model('    [[url]]: InitVar[str]', '@dataclass\nclass Input:') + use, dynamic],
  ['is made elsewhere too', `${model(url)}x = Input(url="y")\n${use}`, ['input shared']],
  ['is asked for', `${model(url)}${use}def other(x):\n    return isinstance(x, Input)\n`, ['input shared']],
  ['is matched', `${model(url)}${use}def other(x):\n    match x:\n        case Input(url=y): pass\n`, ['input shared']],
  ['has more on it', `${model(url)}class More(Input):\n    x: int\n${use}`, ['input shared']],
  ['goes elsewhere', `${model(url)}def execute(d):\n    return {"<<a>>": send(Input(**d))}\n`, ['input passed']],
  ['is read by a name that is computed', `${model(url)}def execute(d):\n    return {"<<a>>": getattr(Input(**d), k)}\n`, ['input passed']],
  ['is shown as JSON', `${model(url)}def execute(d):\n    return {"<<a>>": Input(**d).model_dump_json()}\n`, ['input passed']],
  ['gets other keys beside', `${model('    url: str')}def execute(d):\n    return {"<<a>>": Input(**d, x=1)}\n`, ['input passed']],
  ['is defined twice', model('    url: str') + model('    url: str') + use.replace('[[url]]', 'url'), ['input passed']],
  ['stands in a function', `def f():\n    class Input(BaseModel):\n        url: str\n${use.replace('[[url]]', 'url')}`, ['input passed']],
  ['is of a file that is not here', `from models import Input\n${use.replace('[[url]]', 'url')}`, ['input passed']],
  ['is not known', `class Input:\n    url: str\n${use.replace('[[url]]', 'url')}`, ['input passed']],
  [
    'is hidden by a parameter',
    `${model('    url: str')}def execute(d, Input=None):\n    data = Input(**d)\n    return {"<<a>>": data.url}\n`,
    ['input passed'],
  ],
])('does not take for certain a model that %s', (_, text, leaks) => {
  check(text, leaks);
});

it('has no field of a class attribute or another object with the same name', () => {
  check(
    `${model(`${url}\n    LIMIT: ClassVar[int] = 3\n    other = "url"`)}${use}    # data.url\nclass Other:\n    url: str = "url"\nprint(Other().url, "data.url")\n`,
  );
});
