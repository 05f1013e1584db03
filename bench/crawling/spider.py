"""Follows the lists of the load portals as bench/crawling/crawl-with-ours.ts does, and saves what comes.

Arguments: entries (a file, one address a line), folder (where bodies go). Prints one line of JSON at the end.
"""

import hashlib
import json
import os
import re
import time
from urllib.parse import urlsplit

import scrapy


class PortalSpider(scrapy.Spider):
    name = "portals"

    def __init__(self, entries, folder, **kwargs):
        super().__init__(**kwargs)
        with open(entries, encoding="utf-8") as lines:
            self.start_urls = lines.read().split()
        self.folder = folder
        self.pages = self.reports = 0
        self.first = self.last = None

    def start_requests(self):
        self.first = time.time()
        yield from super().start_requests()

    def parse(self, response):
        name = hashlib.sha256(response.url.encode()).hexdigest()
        with open(os.path.join(self.folder, name), "wb") as file:
            file.write(response.body)
        self.pages += 1
        if "/t20240115_" in response.url:
            self.reports += 1
            self.last = time.time()
        host = urlsplit(response.url).netloc
        links = response.css("a::attr(href)").getall()
        total = re.search(r"createPageHTML\((\d+), 0,", response.text)
        links += [f"index_{at}.html" for at in range(1, int(total[1]) if total else 0)]
        for link in links:
            url = response.urljoin(link)
            if url.startswith("http") and urlsplit(url).netloc == host:
                yield scrapy.Request(url, callback=self.parse)

    def closed(self, reason):
        figures = {"pages": self.pages, "reports": self.reports, "first": self.first, "last": self.last}
        print(json.dumps(figures), flush=True)
