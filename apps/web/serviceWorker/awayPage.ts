/** What a browser shows of a screen that it has never opened, while the server does not answer. In both languages: it knows none. */
const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Offline · Tramline</title>
<style>
  :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
  body { display: grid; min-height: 100vh; margin: 0; place-content: center; gap: 24px; padding: 24px; box-sizing: border-box; max-width: 520px; margin-inline: auto; }
  h1 { font-size: 20px; margin: 0 0 4px; }
  p { margin: 0; }
  a { color: inherit; font-weight: 600; }
</style>
</head>
<body>
<section><h1>The server is not answering</h1>
<p>This screen is not kept on this device. Scripts that you opened here before still open, and nothing that you wrote is lost. <a href="">Try again</a></p></section>
<section lang="zh-Hans"><h1>服务器没有响应</h1>
<p>这台设备上没有保存此页面。您以前在这里打开过的剧本仍可打开，写下的内容没有丢失。<a href="">重试</a></p></section>
</body>
</html>
`;

export const awayPage = (): Response =>
  new Response(html, {
    status: 503,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    },
  });
