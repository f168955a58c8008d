package fr.jalon.portal.web.body;

import org.springframework.http.HttpStatus;

/** Why the body of a request was not kept. */
enum Refusal {
  /** Longer than a short form, from somebody who may send no more; the rooms say whom they are. */
  FROM_A_STRANGER(HttpStatus.UNAUTHORIZED),
  /** Longer than what is taken from anyone. */
  TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
  /** Slower than any network that works. */
  TOO_SLOW(HttpStatus.REQUEST_TIMEOUT),
  /** As many as may be from there are on their way. */
  TOO_MANY(HttpStatus.TOO_MANY_REQUESTS),
  /** The disk has less room than its reserve. */
  NO_ROOM(HttpStatus.INSUFFICIENT_STORAGE);

  private final HttpStatus status;

  Refusal(HttpStatus status) {
    this.status = status;
  }

  HttpStatus status() {
    return status;
  }
}
