package fr.jalon.portal.fetch;

import fr.jalon.portal.web.Problem;

/** Why nothing could be taken from an address. */
public enum FetchProblem implements Problem {
  /** What was given is no address of the web. */
  NOT_AN_ADDRESS(400),
  /** Another scheme than http and https. */
  NOT_WEB(400),
  /** A name and a password are written in the address. */
  PASSWORD_IN_ADDRESS(400),
  /** A port that sites for everybody do not use. */
  PORT(400),
  /** The site is on somebody's own network, or on no network at all. */
  NOT_PUBLIC(400),
  /** The name of the site means nothing to anyone. */
  UNKNOWN_SITE(422),
  /** The site does not answer. */
  UNREACHABLE(422),
  /** Its certificate is not the one of this site. */
  CERTIFICATE(422),
  /** The site sends from a protected address to one that is not. */
  UNPROTECTED(422),
  /** The site sends from address to address without end. */
  TOO_MANY_REDIRECTS(422),
  /** The site asks who we are. */
  SIGN_IN_NEEDED(422),
  /** The site does not want to give it. */
  FORBIDDEN(422),
  /** Nothing is at this address. */
  NOT_FOUND(422),
  /** The site asks to come back later. */
  BUSY(422),
  /** The site is out of order. */
  SITE_FAILED(422),
  /** The site answers something we cannot use. */
  STRANGE_ANSWER(422),
  /** The site takes too long. */
  TOO_SLOW(422),
  /** The file is larger than what is taken. */
  TOO_LARGE(422),
  /** The connection ended before the file did. */
  CUT_SHORT(422),
  /** A page to read, where a file was expected. */
  WEB_PAGE(422);

  private final int status;

  FetchProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }

  /** True when the same address may well work in a moment. */
  public boolean passing() {
    return switch (this) {
      case UNREACHABLE, BUSY, SITE_FAILED, TOO_SLOW, CUT_SHORT, UNKNOWN_SITE -> true;
      default -> false;
    };
  }
}
