/** Python packages whose import name is their own, with `_` for `-`. */
const same = `
aiofiles aiohttp aiosqlite akshare alembic altair ansible anthropic anyio apscheduler arrow astropy asyncpg backoff backtrader baostock
bcrypt bleak bokeh boto3 botocore cachetools catboost ccxt celery certifi cffi chardet charset-normalizer chromadb click
clickhouse-connect clickhouse-driver cloudpickle cohere colorama confluent-kafka croniter cryptography cssselect dash dashscope dask
databases datasets diffusers dill django docker duckdb dynaconf easyocr elasticsearch emoji environs fastapi fastmcp feedparser fiona fire
firebase-admin flask flask-cors flask-sqlalchemy folium fpdf ftfy future fuzzywuzzy gensim geopandas geopy gevent gradio greenlet groq
gtts gunicorn h11 h2 h5py haversine html2text html5lib httpcore httplib2 httpx huggingface-hub humanize hvac idna imageio inflect
influxdb-client instaloader ipwhois itsdangerous jieba jinja2 jira joblib jsonpath-ng jsonschema kubernetes langchain langchain-anthropic
langchain-community langchain-core langchain-openai langgraph lark lark-oapi ldap3 lightgbm litellm llama-index loguru lxml mako markdown
markdownify markupsafe marshmallow matplotlib mcp mistralai mistune more-itertools motor moviepy msal msgpack multidict neo4j netaddr
netmiko networkx nltk notion-client numba numpy ollama openai openpyxl oracledb orjson oss2 pandas paramiko parsel passlib pdfplumber
peewee pendulum pexpect pika pint playwright plotly polars praw prometheus-client psutil psycopg psycopg2 pyarrow pyautogui pydantic
pydantic-core pydantic-settings pydicom pydub pyfiglet pygame pygments pymysql pynput pyodbc pyparsing pypdf pyperclip pypinyin
pyppeteer pyproj pyspark pytesseract pyttsx3 pytz pywebio pyzbar qdrant-client qrcode rapidfuzz rasterio redis regex replicate reportlab
requests requests-oauthlib requests-toolbelt retrying rich rq schedule scipy scrapy seaborn selenium sendgrid sentence-transformers
sentry-sdk sh shapely simplejson six slack-bolt slack-sdk smbus2 sniffio sortedcontainers sounddevice soupsieve spacy spotipy sqlalchemy
sqlmodel starlette statsmodels streamlit stripe structlog supabase sympy tabulate tenacity tensorflow termcolor tiktoken toml tomli
tomlkit toolz torch torchaudio torchvision tornado tqdm trafilatura transformers trio tushare tweepy twilio twisted typer
typing-extensions tzlocal ujson unidecode urllib3 uvicorn watchdog websockets wechatpy werkzeug wikipedia xarray xgboost xlrd xlsxwriter
xlwt xmltodict yarl yfinance youtube-transcript-api yt-dlp zeep zhipuai zstandard
`;

/** Python packages that are imported under other names. */
const different = `
atlassian-python-api: atlassian
attrs: attr attrs
baidu-aip: aip
beautifulsoup4: bs4
biopython: Bio
cassandra-driver: cassandra
cx-oracle: cx_Oracle
cython: Cython
discord-py: discord
djangorestframework: rest_framework
dnspython: dns
faiss-cpu: faiss
faiss-gpu: faiss
ffmpeg-python: ffmpeg
fpdf2: fpdf
gdal: osgeo
gitpython: git
google-api-python-client: googleapiclient apiclient
google-auth: google
google-auth-oauthlib: google_auth_oauthlib
google-genai: google
google-generativeai: google
grpcio: grpc
kafka-python: kafka
levenshtein: Levenshtein
line-bot-sdk: linebot
markdown-it-py: markdown_it
mysql-connector-python: mysql
mysqlclient: MySQLdb
nats-py: nats
netcdf4: netCDF4
newspaper3k: newspaper
opencv-contrib-python: cv2
opencv-python: cv2
opencv-python-headless: cv2
paho-mqtt: paho
pdfminer-six: pdfminer
pillow: PIL
pinecone: pinecone
pinecone-client: pinecone
protobuf: google
psycopg2-binary: psycopg2
pycryptodome: Crypto
pycryptodomex: Cryptodome
pygithub: github
pyinstaller: PyInstaller
pyjwt: jwt
pymongo: pymongo bson gridfs
pymupdf: fitz
pynacl: nacl
pypdf2: PyPDF2
pyqt5: PyQt5
pyqt6: PyQt6
pyserial: serial
pyside6: PySide6
python-crontab: crontab
python-dateutil: dateutil
python-decouple: decouple
python-docx: docx
python-dotenv: dotenv
python-gitlab: gitlab
python-jose: jose
python-ldap: ldap
python-levenshtein: Levenshtein
python-magic: magic
python-multipart: multipart python_multipart
python-nmap: nmap
python-pptx: pptx
python-slugify: slugify
python-telegram-bot: telegram
python-whois: whois
pyusb: usb
pyyaml: yaml
pyzmq: zmq
readability-lxml: readability
rpi-gpio: RPi
ruamel-yaml: ruamel
scikit-image: skimage
scikit-learn: sklearn
snowflake-connector-python: snowflake
speechrecognition: speech_recognition
speedtest-cli: speedtest
ta-lib: talib
tables: tables
tencentcloud-sdk-python: tencentcloud
tortoise-orm: tortoise
weaviate-client: weaviate
websocket-client: websocket
wxpython: wx
`;

/** The usual Python packages, by their normalized names, and what each is imported as. */
export const knownPythonPackages: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...same
    .trim()
    .split(/\s+/)
    .map((name) => [name, [name.replaceAll('-', '_')]] as const),
  ...different
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', imports = ''] = line.split(': ');
      return [name, imports.split(' ')] as const;
    }),
]);

/** The package that is meant by an import, where one is usual; of several the one that is asked for most. */
export function knownPackageOf(module: string): string | undefined {
  if (Object.hasOwn(preferred, module)) return preferred[module];
  for (const [name, imports] of knownPythonPackages) if (imports.includes(module)) return name;
  return undefined;
}

const preferred: Readonly<Record<string, string | undefined>> = {
  bs4: 'beautifulsoup4',
  yaml: 'PyYAML',
  PIL: 'Pillow',
  cv2: 'opencv-python',
  psycopg2: 'psycopg2-binary',
  fitz: 'PyMuPDF',
  // Half a dozen packages share this name; which one is meant cannot be told.
  google: undefined,
};
