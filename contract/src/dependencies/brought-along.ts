/** What some usual Python packages cannot be installed without, so that code counts on it: `urllib3` beside `requests`, `numpy` beside `pandas`. */
const packages = `
aiohttp: aiosignal attr frozenlist multidict yarl
akshare: bs4 lxml numpy pandas requests
altair: jinja2 jsonschema numpy pandas
anthropic: anyio httpx pydantic typing_extensions
beautifulsoup4: soupsieve typing_extensions
boto3: botocore dateutil jmespath s3transfer urllib3
celery: billiard click kombu vine
chromadb: numpy pydantic
datasets: numpy pandas pyarrow requests
django: asgiref sqlparse
djangorestframework: django
fastapi: pydantic starlette typing_extensions
flask: blinker click itsdangerous jinja2 markupsafe werkzeug
flask-cors: flask
flask-sqlalchemy: flask sqlalchemy
geopandas: numpy pandas pyproj shapely
google-api-python-client: google httplib2 uritemplate
google-genai: httpx pydantic
gradio: fastapi httpx numpy pandas pydantic
httpx: anyio certifi h11 httpcore idna
jinja2: markupsafe
langchain: langchain_core pydantic requests sqlalchemy yaml
langchain-anthropic: anthropic langchain_core pydantic
langchain-community: langchain langchain_core numpy requests sqlalchemy yaml
langchain-core: pydantic yaml
langchain-openai: langchain_core openai tiktoken
langgraph: langchain_core
lightgbm: numpy scipy
litellm: aiohttp httpx openai pydantic tiktoken
llama-index: llama_index
matplotlib: PIL dateutil numpy packaging pyparsing
mcp: anyio httpx pydantic starlette
moviepy: imageio numpy PIL
newspaper3k: bs4 lxml nltk requests
notion-client: httpx
ollama: httpx pydantic
openai: anyio httpx pydantic tqdm typing_extensions
opencv-python: numpy
opencv-python-headless: numpy
pandas: dateutil numpy pytz
pdfplumber: PIL pdfminer
plotly: packaging
pydantic: annotated_types pydantic_core typing_extensions
python-docx: lxml
python-pptx: PIL lxml xlsxwriter
pyppeteer: pyee websockets
requests: certifi charset_normalizer chardet idna urllib3
requests-oauthlib: oauthlib requests
scikit-image: PIL imageio networkx numpy scipy
scikit-learn: joblib numpy scipy threadpoolctl
scipy: numpy
scrapy: cssselect itemadapter itemloaders lxml parsel twisted w3lib
seaborn: matplotlib numpy pandas
selenium: certifi trio urllib3 websocket
sentence-transformers: numpy scipy sklearn torch transformers tqdm
spacy: numpy pydantic requests
sqlmodel: pydantic sqlalchemy
starlette: anyio
statsmodels: numpy pandas patsy scipy
streamlit: altair numpy pandas PIL requests
tensorflow: google h5py keras numpy
torch: jinja2 networkx sympy typing_extensions
torchvision: numpy PIL torch
transformers: huggingface_hub numpy requests tokenizers tqdm yaml
tweepy: oauthlib requests requests_oauthlib
typer: click rich
uvicorn: click h11
wikipedia: bs4 requests
xarray: numpy pandas
xgboost: numpy scipy
yfinance: bs4 numpy pandas requests
`;

const modulesOf: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>(
  packages
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', modules = ''] = line.split(': ');
      return [name, modules.split(' ')];
    }),
);

/** The modules that come along with a package, as far as they are known. `name` is normalized. */
export function broughtAlong(name: string): readonly string[] {
  return modulesOf.get(name) ?? [];
}
