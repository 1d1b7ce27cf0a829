package io.daybook.api.operations;

/** Ends an operation that cannot be carried out, for a reason its owner can do something about. */
public final class OperationFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String item;
    private final String code;

    /**
     * @param item where in the input the reason lies
     * @param code stable, kebab-case
     */
    public OperationFailed(String item, String code, String detail) {
        super(detail, null, false, false);
        this.item = item;
        this.code = code;
    }

    String item() {
        return item;
    }

    String code() {
        return code;
    }

    String detail() {
        String message = getMessage();
        return message == null ? code : message;
    }
}
