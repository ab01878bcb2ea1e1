import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

/** The reference: node:http with nothing in front, sending the same bytes and headers from memory. */
const { headers, file } = JSON.parse(process.env.BARE_ANSWER ?? '{}') as {
  headers: Record<string, string>;
  file: string;
};
const body = readFileSync(file);
createServer((_request, response) => {
  response.writeHead(200, headers);
  response.end(body);
}).listen(Number(process.env.PORT), '127.0.0.1');
