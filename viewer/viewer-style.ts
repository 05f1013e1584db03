/** The style sheet of shown originals. They are white paper, whatever colours the reader's pages have. */
export const viewerStyle = `
:root{color-scheme:light;background:#fff;color:#111;font:16px/1.6 "Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
body{margin:0;padding:12px;overflow-wrap:anywhere}
table{border-collapse:collapse;max-width:100%}
td,th{border:1px solid #bbb;padding:2px 6px}
img{max-width:100%}
pre{margin:0;white-space:pre-wrap;font:inherit}
.gk-notice{margin:0 0 12px;padding:8px 12px;background:#faf1d2;color:#5c4600}
.gk-pages{position:sticky;top:0;z-index:1;margin:-12px -12px 12px;padding:6px 12px;background:#efede6;color:#1c2226}
.gk-pages a{color:#0d5a6b;margin-inline-end:12px}
.gk-pages b{margin-inline-end:12px}
.gk-mark{outline:3px solid #b3261e!important;outline-offset:1px;background:#ffe39a!important;color:#2b2100!important;scroll-margin:40vh 30vw}
.gk-part{outline:0!important;box-shadow:0 3px #b3261e,0 -3px #b3261e!important}
.gk-scroll{overflow-x:auto;padding:4px}
.gk-sheet{position:relative;margin:0 auto;box-shadow:0 0 0 1px #ddd}
.gk-sheet>img,.gk-sheet>svg{display:block;width:100%;height:auto}
td p,th p{margin:0}
.gk-box{position:absolute;mix-blend-mode:multiply;box-sizing:border-box;background:rgb(255 227 154)!important;min-width:10px;min-height:10px}
.gk-grid{max-width:none;font-size:14px}
.gk-grid td{min-width:2.5em}
.gk-grid th{white-space:nowrap;background:#efede6;color:#555;font-weight:400;font-size:12px}
.gk-lost{color:#666;border:1px dashed #999;padding:0 4px;font-size:13px}
`;
