// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.builtin;

import io.invowk.maven.cue.value.ErrorKind;
import java.io.Serial;

/** A function has no result for its arguments. The evaluator makes a diagnostic of it at the place of the call. */
public final class CallException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ErrorKind kind;
    private final String reason;
    private final boolean incomplete;

    private CallException(ErrorKind kind, boolean incomplete, String message) {
        super(message, null, false, false);
        this.kind = kind;
        this.reason = message;
        this.incomplete = incomplete;
    }

    /** Nothing could mend it. */
    public CallException(String message) {
        this(ErrorKind.TYPE, false, message);
    }

    /** An index or range that is not there. */
    static CallException range(String message) {
        return new CallException(ErrorKind.UNDEFINED, false, message);
    }

    /** A limit of numbers or of repetition. */
    static CallException arithmetic(String message) {
        return new CallException(ErrorKind.ARITH, false, message);
    }

    /** More data could mend it. */
    public static CallException incomplete(String message) {
        return new CallException(ErrorKind.INCOMPLETE, true, message);
    }

    /** A schema does not accept the data; that is final, even if more data could complete it. */
    static CallException refused(Schema.Refusal refusal) {
        ErrorKind kind = refusal.incomplete() ? ErrorKind.INCOMPLETE : ErrorKind.CONFLICT;
        return new CallException(kind, false, refusal.reason());
    }

    /** A part of the function that is missing here. */
    static CallException unsupported(String what) {
        return new CallException(ErrorKind.UNSUPPORTED, false, what);
    }

    /** The same, and where inside an argument it is. */
    CallException at(String place) {
        return new CallException(kind, incomplete, place + ": " + reason);
    }

    /** The message. */
    public String reason() {
        return reason;
    }

    public ErrorKind kind() {
        return kind;
    }

    /** Whether more data could mend it. */
    public boolean isIncomplete() {
        return incomplete;
    }
}
