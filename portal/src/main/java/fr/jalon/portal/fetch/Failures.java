package fr.jalon.portal.fetch;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** What a failed connection or a refusal of the site means for the person waiting. */
final class Failures {
  private Failures() {}

  static FetchProblem of(IOException failed) {
    if (failed instanceof SSLException secure) {
      return of(secure);
    }
    if (failed instanceof ConnectTimeoutException) {
      return FetchProblem.UNREACHABLE;
    }
    if (failed instanceof SocketTimeoutException) {
      return FetchProblem.TOO_SLOW;
    }
    if (failed instanceof MessageConstraintException
        || failed instanceof MalformedChunkCodingException
        || failed instanceof NoHttpResponseException
        || failed.getCause() instanceof HttpException) {
      return FetchProblem.STRANGE_ANSWER;
    }
    return failed instanceof SocketException ? FetchProblem.UNREACHABLE : FetchProblem.CUT_SHORT;
  }

  private static FetchProblem of(SSLException failed) {
    boolean doubted = failed instanceof SSLPeerUnverifiedException;
    for (Throwable cause = failed; cause != null && !doubted; cause = cause.getCause()) {
      doubted = cause instanceof CertificateException;
    }
    return doubted || failed instanceof SSLHandshakeException
        ? FetchProblem.CERTIFICATE
        : FetchProblem.UNREACHABLE;
  }

  /** Why a status is no file. */
  static FetchProblem of(int status) {
    return switch (status) {
      case 401, 407 -> FetchProblem.SIGN_IN_NEEDED;
      case 403, 451 -> FetchProblem.FORBIDDEN;
      case 404, 410 -> FetchProblem.NOT_FOUND;
      case 408, 425, 429 -> FetchProblem.BUSY;
      default -> status >= 500 ? FetchProblem.SITE_FAILED : FetchProblem.STRANGE_ANSWER;
    };
  }
}
