// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a person's browser does: logs in, asks, and holds the stream of server-sent events open. */
final class Browser {

  private static final String PASSWORD = "a bench's own password 1";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final URI home;

  private Browser(URI home) {
    this.home = home;
  }

  /** Logs in as the first administrator, who has to change the one-time password first. */
  static Browser logIn(int port, Path data) throws IOException, InterruptedException {
    Browser browser = new Browser(URI.create("http://127.0.0.1:" + port));
    String oneTime = Files.readString(data.resolve("administrator-password")).strip();
    browser.get("/api/session"); // gives the CSRF cookie
    browser.send("POST", "/api/session", "{\"user\":\"admin\",\"password\":\"" + oneTime + "\"}");
    browser.send(
        "PUT",
        "/api/session/password",
        "{\"old\":\"" + oneTime + "\",\"new\":\"" + PASSWORD + "\"}");
    return browser;
  }

  private void send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(home.resolve(path))
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", csrf())
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(method + " " + path + ": " + answer.statusCode());
    }
  }

  private String csrf() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  /** The answer's body. */
  String get(String path) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(home.resolve(path)).build(), BodyHandlers.ofString())
        .body();
  }

  /** How long the answer took to come whole, milliseconds. */
  double timeOf(String path) throws IOException, InterruptedException {
    long start = System.nanoTime();
    HttpResponse<String> answer =
        http.send(HttpRequest.newBuilder(home.resolve(path)).build(), BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + ": " + answer.statusCode());
    }
    return (System.nanoTime() - start) / 1e6;
  }

  /**
   * Watches work units as the machine screen does, on a thread of its own until the platform ends,
   * and notes how old each value is when it arrives. What a tag had when the stream was opened was
   * published before anybody watched: its first value is not counted.
   */
  void watch(List<String> units, Latencies ages) {
    String topics = String.join(",", units.stream().map(unit -> "unit:" + unit).toList());
    HttpRequest request =
        HttpRequest.newBuilder(home.resolve("/api/live?topics=" + topics))
            .header("Accept", "text/event-stream")
            .build();
    Set<Integer> open = new HashSet<>();
    Thread.ofPlatform()
        .name("browser")
        .daemon()
        .start(() -> {
          try (Stream<String> lines = http.send(request, BodyHandlers.ofLines()).body()) {
            lines.filter(line -> line.startsWith("data:")).forEach(line -> note(line, open, ages));
          } catch (UncheckedIOException ended) {
            // the platform was closed
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private static void note(String line, Set<Integer> open, Latencies ages) {
    long seen = System.currentTimeMillis();
    for (JsonNode row : JSON.readTree(line.substring("data:".length())).path("values")) {
      if (!open.add(row.get(0).asInt())) {
        synchronized (ages) {
          ages.add((double) (seen - row.get(1).asLong()));
        }
      }
    }
  }
}
