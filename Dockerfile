# phahe as a service: docker build --tag phahe .
# The first stage makes an environment; the second has that environment and nothing to build or to
# install with. It runs without rights of its own and needs to write to /data and /tmp only:
#   docker run --read-only --tmpfs /tmp --volume phahe:/data --publish 127.0.0.1:8000:8000 phahe
FROM python:3.11-slim-bookworm AS build

ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore
WORKDIR /src
COPY pyproject.toml constraints.txt ./

# What phahe needs comes first: this layer changes only with the two files above.
RUN python -m venv --without-pip /opt/phahe
RUN python -c "import tomllib; project = tomllib.load(open('pyproject.toml', 'rb'))['project']; print(*project['dependencies'], *project['optional-dependencies']['neo4j'], sep='\n')" > requirements.txt
RUN pip --python /opt/phahe/bin/python install --constraint constraints.txt --requirement requirements.txt
RUN pip install --constraint constraints.txt hatchling

COPY README.md LICENSE ./
COPY loaders loaders
COPY graph graph
COPY queries queries
COPY visual visual
COPY api api
RUN pip wheel --no-deps --no-build-isolation --wheel-dir /src/wheel .
RUN pip --python /opt/phahe/bin/python install --no-deps --no-index /src/wheel/*.whl


FROM python:3.11-slim-bookworm

RUN pip uninstall --yes pip setuptools wheel \
 && rm -r /usr/local/lib/python3.11/ensurepip \
 && groupadd --gid 10001 phahe \
 && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin phahe \
 && install --directory --owner 10001 --group 10001 --mode 0750 /data
COPY --from=build /opt/phahe /opt/phahe

ENV PATH=/opt/phahe/bin:$PATH \
    PHAHE_STORE=sqlite:/data/phahe.sqlite \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1
USER 10001:10001
WORKDIR /data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
  CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/readyz', timeout=4)"]
ENTRYPOINT ["phahe"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]
