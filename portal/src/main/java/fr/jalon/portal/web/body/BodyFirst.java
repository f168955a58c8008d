package fr.jalon.portal.web.body;

import fr.jalon.portal.web.LargeBodies.Heading;
import jakarta.servlet.ReadListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.AsyncContextCallback;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.buf.MessageBytes;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.apache.tomcat.util.net.SocketEvent;
import org.jspecify.annotations.Nullable;

/**
 * Begins a request once its body is here, whole. Until then the connection waits in the server's
 * poller like one that says nothing, and no thread waits with it: a servlet reads a form by
 * waiting, and two hundred slow forms would be all the threads there are.
 *
 * <p>Stands between what speaks HTTP (Coyote) and what runs servlets (Catalina), which sees an
 * ordinary request whose body never keeps it waiting.
 */
final class BodyFirst implements Adapter {
  /** The request's attribute that holds the {@link Refusal} of its body, if it was refused. */
  static final String REFUSED = BodyFirst.class.getName() + ".refused";

  /** Places among the notes of a request that Tomcat leaves to others (its own is the first). */
  private static final int BODY = 21;

  private static final int CONNECTION = 22;
  private static final Long NEVER = -1L;

  private final Adapter inner;
  private final Intake intake;

  BodyFirst(Adapter inner, Intake intake) {
    this.inner = inner;
    this.intake = intake;
  }

  @Override
  public void service(Request request, Response response) throws Exception {
    forget(request);
    boolean refusedAlready = response.getStatus() >= 400;
    if (refusedAlready || request.isFinished()) {
      inner.service(request, response);
      return;
    }
    Body body = intake.open(heading(request), request.getContentLengthLong());
    request.setNote(BODY, body);
    if (request.hasExpectation()) {
      boolean wanted = body.refusal() == null;
      if (!wanted) {
        // said before it is sent: the connection ends with the answer
        response.setHeader("Connection", "close");
        request.setExpectation(false);
        handOn(request, response, body);
        request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        return;
      }
      request.action(ActionCode.ACK, ContinueResponseTiming.ALWAYS);
      request.setExpectation(false);
    }
    request.setRequestThread();
    try {
      request.action(ActionCode.ASYNC_START, NoContext.INSTANCE);
      request.action(ActionCode.ASYNC_SETTIMEOUT, body.patience());
      request.setReadListener(new Reading(request, body));
    } finally {
      request.clearRequestThread();
    }
  }

  @Override
  public boolean asyncDispatch(Request request, Response response, SocketEvent event)
      throws Exception {
    if (!(request.getNote(BODY) instanceof Body body) || request.getInputBuffer() == body) {
      boolean goesOn = inner.asyncDispatch(request, response, event);
      forgetUnlessAsync(request);
      return goesOn;
    }
    request.setRequestThread();
    try {
      return comes(request, response, event, body);
    } catch (IOException gone) {
      return abandon(request);
    } finally {
      request.clearRequestThread();
    }
  }

  private boolean comes(Request request, Response response, SocketEvent event, Body body)
      throws Exception {
    switch (event) {
      case OPEN_READ -> {
        request.onDataAvailable();
        request.action(ActionCode.ASYNC_SETTIMEOUT, body.patience());
        if (body.isWhole()) {
          startAnew(request);
          handOn(request, response, body);
        }
        return true;
      }
      case TIMEOUT -> {
        var late = new AtomicBoolean();
        request.action(ActionCode.ASYNC_TIMEOUT, late);
        if (late.get()) {
          body.refuse(Refusal.TOO_SLOW);
          startAnew(request);
          handOn(request, response, body);
          // the rest is not waited for
          request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
        return true;
      }
      default -> {
        return abandon(request);
      }
    }
  }

  /** As if the request had just come: whoever handles it may go asynchronous on its own account. */
  private static void startAnew(Request request) {
    request.action(ActionCode.ASYNC_DISPATCH, null);
    request.action(ActionCode.ASYNC_DISPATCHED, null);
    request.action(ActionCode.ASYNC_SETTIMEOUT, NEVER);
  }

  /** The visitor left, or we are stopping. */
  private static boolean abandon(Request request) {
    startAnew(request);
    forget(request);
    return false;
  }

  private void handOn(Request request, Response response, Body body) throws Exception {
    Refusal refusal = body.refusal();
    if (refusal != null) {
      request.setAttribute(REFUSED, refusal);
      if (refusal != Refusal.FROM_A_STRANGER) {
        // nobody is to look for parts in it
        MessageBytes opaque = MessageBytes.newInstance();
        opaque.setString("application/octet-stream");
        request.setContentType(opaque);
      }
      request.setContentLength(0);
    }
    request.setNote(CONNECTION, request.getInputBuffer());
    request.setInputBuffer(body);
    // files are sent by the poller only in the first turn of a request
    request.setSendfile(false);
    try {
      inner.service(request, response);
    } finally {
      forgetUnlessAsync(request);
    }
  }

  private static void forgetUnlessAsync(Request request) {
    var async = new AtomicBoolean();
    request.action(ActionCode.ASYNC_IS_ASYNC, async);
    if (!async.get()) {
      forget(request);
    }
  }

  /** Requests are used again: what is read next comes from the connection. */
  private static void forget(Request request) {
    if (request.getNote(CONNECTION) instanceof InputBuffer connection) {
      request.setInputBuffer(connection);
      request.setNote(CONNECTION, null);
    }
    if (request.getNote(BODY) instanceof Body body) {
      request.setNote(BODY, null);
      body.close();
    }
  }

  private static Heading heading(Request request) {
    request.action(ActionCode.REQ_HOST_ADDR_ATTRIBUTE, null);
    return new Heading(
        request.getMethod(),
        request.requestURI().toString(),
        request.getHeader("Cookie"),
        String.valueOf(request.remoteAddr().toString()));
  }

  @Override
  public boolean prepare(Request request, Response response) throws Exception {
    return inner.prepare(request, response);
  }

  @Override
  public void log(Request request, Response response, long time) {
    inner.log(request, response, time);
  }

  @Override
  public void checkRecycled(Request request, Response response) {
    forget(request);
    inner.checkRecycled(request, response);
  }

  @Override
  public String getDomain() {
    return inner.getDomain();
  }

  /** Takes what the connection has, and stops when it has no more for now. */
  private static final class Reading implements ReadListener, ApplicationBufferHandler {
    private final Request request;
    private final Body body;
    private @Nullable ByteBuffer bytes;

    Reading(Request request, Body body) {
      this.request = request;
      this.body = body;
    }

    @Override
    public void onDataAvailable() throws IOException {
      while (!request.isFinished() && request.isReady()) {
        int read = request.doRead(this);
        if (read < 0) {
          break;
        }
        if (read > 0 && bytes != null) {
          body.add(bytes);
        }
      }
      if (request.isFinished()) {
        body.end();
      }
    }

    @Override
    public void onAllDataRead() {}

    @Override
    public void onError(Throwable fault) {}

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
      bytes = buffer;
    }

    @Override
    public @Nullable ByteBuffer getByteBuffer() {
      return bytes;
    }

    @Override
    public void expand(int size) {}
  }

  /** No servlet waits yet: there is nobody to tell. */
  private enum NoContext implements AsyncContextCallback {
    INSTANCE;

    @Override
    public void fireOnComplete() {}

    @Override
    public boolean isAvailable() {
      return true;
    }

    @Override
    public void incrementInProgressAsyncCount() {}

    @Override
    public void decrementInProgressAsyncCount() {}
  }
}
