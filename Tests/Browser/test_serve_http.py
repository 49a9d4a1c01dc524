"""How `breakeven serve` answers what is sent to it, without a browser."""

import os
import socket
import threading
import unittest

from devtools import PATIENCE
from served import Served


class ServeOverHTTPTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.served = cls.enterClassContext(Served())
        cls.host = cls.served.address.removeprefix("http://").rstrip("/")
        name, port = cls.host.split(":")
        cls.place = (name, int(port))

    def connect(self):
        connection = socket.create_connection(self.place, PATIENCE)
        self.addCleanup(connection.close)
        return connection

    def ask(self, line, host=None):
        """All that comes back on a connection of its own."""
        connection = self.connect()
        request = f"{line}\r\nHost: {host or self.host}\r\nConnection: close\r\n\r\n"
        connection.sendall(request.encode())
        return b"".join(iter(lambda: connection.recv(65536), b"")).decode()

    def test_files_have_their_types(self):
        for path, kind in (("", "text/html; charset=utf-8"), ("assets/site.css", "text/css"),
                           ("assets/favicon.svg", "image/svg+xml"),
                           ("robots.txt", "text/plain"), ("manifest.json", "application/json")):
            with self.subTest(path):
                answer = self.ask(f"GET /{path} HTTP/1.1")
                self.assertTrue(answer.startswith("HTTP/1.1 200 OK\r\n"))
                self.assertIn(f"Content-Type: {kind}", answer)

    def test_head_tells_of_what_get_sends(self):
        head = self.ask("HEAD /robots.txt HTTP/1.1")
        whole = self.ask("GET /robots.txt HTTP/1.1")
        self.assertEqual(whole.split("\r\n\r\n")[0] + "\r\n\r\n", head)

    def test_nothing_outside_of_the_site_is_sent(self):
        os.symlink("/etc/passwd", next(self.served.temporary.iterdir()) / "site" / "link.txt")
        for path in ("/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd",
                     "//etc/passwd", "/link.txt", "/.lock", "/../.site.lock", "/%00", "/%"):
            with self.subTest(path):
                answer = self.ask(f"GET {path} HTTP/1.1")
                self.assertTrue(answer.startswith("HTTP/1.1 404 Not Found\r\n"), answer[:80])
                self.assertNotIn("root:", answer)

    def test_a_foreign_name_is_refused(self):
        for host in ("example.com", "localhost:1", f"{self.host}.example.com", "127.0.0.1"):
            with self.subTest(host):
                for path in ("/", "/.breakeven/events"):
                    answer = self.ask(f"GET {path} HTTP/1.1", host)
                    self.assertTrue(answer.startswith("HTTP/1.1 403 Forbidden\r\n"))

    def test_what_is_no_request_is_answered_and_left(self):
        for line, status in (("nonsense", 400), ("GET / HTTP/3", 400),
                             ("POST / HTTP/1.1\r\nContent-Length: 5", 413),
                             ("DELETE / HTTP/1.1", 405), (f"GET /{'a' * 17_900} HTTP/1.1", 431)):
            with self.subTest(line[:40]):
                self.assertEqual(self.ask(line).split(" ")[1], str(status))

    def test_several_requests_share_a_connection(self):
        connection = self.connect()
        # The second is sent before the first is answered.
        request = f"GET /robots.txt HTTP/1.1\r\nHost: {self.host}\r\n\r\n".encode()
        connection.sendall(request + request)
        answers = b""
        while answers.count(b"HTTP/1.1 200 OK") < 2 or not answers.endswith(b"\n"):
            answers += connection.recv(65536)
        self.assertEqual(answers.count(b"Connection: keep-alive"), 2)

    def test_browsers_may_come_and_go(self):
        answered = []

        def come(number):
            for turn in range(50):
                with socket.create_connection(self.place, PATIENCE) as connection:
                    if turn % 3 == 0:
                        continue  # leaves before it has asked
                    path = ".breakeven/events" if turn % 4 == 0 else "robots.txt"
                    connection.sendall(f"GET /{path} HTTP/1.1\r\nHost: {self.host}\r\n\r\n".encode())
                    if turn % 5 == 0:
                        continue  # leaves before it is answered
                    answered.append(connection.recv(65536).startswith(b"HTTP/1.1 200 OK"))

        visitors = [threading.Thread(target=come, args=(number,)) for number in range(6)]
        for visitor in visitors:
            visitor.start()
        for visitor in visitors:
            visitor.join()
        self.assertEqual(answered, [True] * len(answered))
        self.assertGreater(len(answered), 100)


if __name__ == "__main__":
    unittest.main()
