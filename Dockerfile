# Usher in a small image: two stages, no root, nothing written but /data.
#   docker build -t usher .
#   docker run --read-only --tmpfs /tmp -v usher-data:/data -e DISCORD_TOKEN usher
FROM python:3.12-slim AS build
RUN pip install --no-cache-dir "uv==0.13.*"
WORKDIR /src
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY knowledge knowledge
ENV UV_PYTHON_DOWNLOADS=never UV_LINK_MODE=copy UV_COMPILE_BYTECODE=1 UV_PROJECT_ENVIRONMENT=/usher
RUN uv sync --no-default-groups --extra chart --extra postgresql --no-editable

FROM python:3.12-slim
RUN useradd --uid 10001 --no-create-home usher && install -d -o usher /data
COPY --from=build /usher /usher
ENV PATH=/usher/bin:$PATH MPLCONFIGDIR=/tmp/matplotlib PYTHONUNBUFFERED=1 USHER_DATA_DIR=/data USHER_LOG_FORMAT=json \
    USHER_MONITOR_PORT=9100
USER 10001
WORKDIR /data
VOLUME /data
EXPOSE 9100
# Kubernetes has probes of its own and looks at none of this.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:9100/live', timeout=4)"]
ENTRYPOINT ["usher"]
CMD ["run"]
