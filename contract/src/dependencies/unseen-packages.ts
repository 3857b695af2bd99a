/** Python packages that do their work without being imported: they are found by others, or are programs, or engines of other packages. */
const unseen = new Set(
  `accelerate asyncpg bitsandbytes black blosc2 bottleneck brotli brotlicffi build cchardet colorama coverage cython einops email-validator
faiss-cpu faiss-gpu fastparquet flake8 flash-attn gcsfs gdal greenlet gunicorn h5py html5lib httptools hypercorn ipykernel ipython isort
itsdangerous jinja2 jupyter kaleido lxml matplotlib maturin mypy mysqlclient mysql-connector-python ninja nox numba numexpr odfpy onnxruntime
openpyxl optimum oracledb packaging peft pillow pip playwright pre-commit protobuf psycopg psycopg-binary psycopg2 psycopg2-binary pyarrow
pycryptodome pyinstaller pylint pymysql pynacl pyodbc pyopenssl pysocks pytest python-dotenv python-multipart pyxlsb ruff s3fs safetensors
scipy sentencepiece setuptools soupsieve sqlalchemy tables tabulate tensorboard tensorflow tiktoken torch torchaudio torchvision tox triton
twine tzdata ujson uv uvicorn uvloop watchfiles wheel xformers xlrd xlsxwriter xlwt zstandard`.split(/\s+/),
);

/** Python packages that others stand on: beside another package, one of these may only set the version that the other gets. */
const underneath = new Set(
  `aiohttp aiosignal anyio attrs beautifulsoup4 boto3 botocore cachetools certifi cffi chardet charset-normalizer click cryptography dill
distro filelock frozenlist fsspec google-api-python-client google-auth grpcio h11 h2 httpcore httplib2 httpx huggingface-hub idna jiter
joblib jsonschema langchain-core markdown markupsafe marshmallow mpmath msgpack multidict networkx numpy openai orjson pandas propcache
pycparser pydantic pydantic-core pygments pyjwt pyparsing pyserial python-dateutil pytz pyyaml pyzmq regex requests requests-oauthlib
requests-toolbelt rich rsa s3transfer scikit-learn simplejson six sniffio sortedcontainers starlette tenacity threadpoolctl tokenizers toml
tomli tornado tqdm transformers typer typing-extensions tzlocal urllib3 websocket-client websockets werkzeug wrapt yarl`.split(/\s+/),
);

/** Packages of Node that others look for by themselves, or that only tools use. */
const unseenInNode =
  /^@types\/|^@esbuild\/|^@swc\/|^@babel\/|(?:^|[-/])(?:plugin|loader|preset|cli|adapter|driver|types|config)(?:-|$)|^(?:bufferutil|canvas|cross-env|dotenv|encoding|esbuild|eslint|graphql|jsdom|mysql2?|nodemon|pg|pg-native|pino-pretty|playwright|playwright-core|prettier|prisma|puppeteer|react|react-dom|reflect-metadata|rimraf|rxjs|sharp|sqlite3|better-sqlite3|supports-color|tedious|ts-node|tslib|tsx|typescript|utf-8-validate|vite|vitest|webpack|ws|zod)$/;

/** Whether an agent may well need a package that its code never imports. `alone`: nothing else is declared that could stand on it. */
export function mayWorkUnseen(name: string, language: 'python' | 'nodejs', { alone }: { readonly alone: boolean }): boolean {
  if (language === 'nodejs') return unseenInNode.test(name);
  return (
    unseen.has(name) || (!alone && underneath.has(name)) || /^(?:types-|pytest-|flake8-|mypy-|nvidia-)|-(?:stubs|plugin|cli)$/.test(name)
  );
}
