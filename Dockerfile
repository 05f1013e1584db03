# Two stages: the first compiles the native modules, the second holds no compiler.
FROM node:20-bookworm-slim AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends python3 make g++ \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json ./
# The search engine runs in a container of its own, so its bundled binary (170 MB) is left out.
RUN npm ci --omit=dev && rm -rf node_modules/@gaubee

FROM node:20-bookworm-slim
# Originals in PDF whose fonts are not embedded are drawn in this one.
RUN apt-get update \
 && apt-get install -y --no-install-recommends fonts-wqy-zenhei \
 && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production \
    GONGKAI_DATA=/data \
    GONGKAI_HOST=0.0.0.0 \
    GONGKAI_PORT=3000
WORKDIR /app
COPY --from=build /app/node_modules ./node_modules
COPY . .
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
CMD ["node", "bin.js", "up"]
