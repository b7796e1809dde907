# The production image: one wheel of ours, hash-locked packages, no embedded servers, nothing of the demo.
FROM python:3.11-slim-bookworm AS wheel
WORKDIR /source
COPY requirements-build.txt .
RUN pip install --no-cache-dir --require-hashes -r requirements-build.txt
COPY . .
RUN pip wheel --no-cache-dir --no-deps --no-build-isolation --wheel-dir /wheels .

FROM python:3.11-slim-bookworm AS packages
COPY requirements.txt .
RUN python -m venv /opt/liancai && /opt/liancai/bin/pip install --no-cache-dir --require-hashes -r requirements.txt
COPY --from=wheel /wheels /wheels
RUN /opt/liancai/bin/pip install --no-cache-dir --no-deps --no-index /wheels/*.whl

FROM python:3.11-slim-bookworm
RUN apt-get update \
    && apt-get install -y --no-install-recommends fonts-noto-cjk libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin liancai \
    && install -d -o liancai -g liancai /var/lib/liancai/static /var/lib/liancai/media /var/lib/liancai/private /var/lib/liancai/beat
COPY --from=packages /opt/liancai /opt/liancai
ENV PATH=/opt/liancai/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DJANGO_SETTINGS_MODULE=config.settings.production \
    LIANCAI_STATE=/var/lib/liancai
USER liancai
WORKDIR /var/lib/liancai
# Static files belong to this build. The values only let the settings load; nothing of them stays in the image.
RUN SECRET_KEY=unused SITE_URL=https://unused ALLOWED_HOSTS=unused DATABASE_URL=postgresql:///unused \
    REDIS_URL=redis://unused SMS_GATEWAY=messaging.sms.NoGateway liancai collectstatic --no-input -v 0
EXPOSE 8000
CMD ["gunicorn", "config.wsgi:application", "--bind", "0.0.0.0:8000", "--worker-class", "gthread", "--workers", "2", "--threads", "8", "--worker-tmp-dir", "/dev/shm", "--access-logfile", "/dev/null"]
