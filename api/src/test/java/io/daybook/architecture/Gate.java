package io.daybook.architecture;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What only the source shows: lengths, what is caught, and how SQL is put together. */
final class Gate extends TreeScanner<@Nullable Void, @Nullable Void> {
    static final int FILE_LINES = 300;
    static final int METHOD_LINES = 40;

    private final Source source;
    private final boolean isTest;
    /** What is shipped; the bench makes databases of its own. */
    private final boolean isProgram;

    private final List<String> findings = new ArrayList<>();

    private Gate(Source source) {
        this.source = source;
        this.isTest = source.file().toString().contains("/test/");
        this.isProgram = !isTest && !source.file().toString().contains("/bench/");
    }

    static List<String> findings(Source source) {
        Gate gate = new Gate(source);
        if (source.lines() > FILE_LINES) gate.found("is longer than " + FILE_LINES + " lines");
        gate.scan(source.unit(), null);
        return gate.findings;
    }

    /** In a test a single return of many lines is a table of cases: it is read down, not followed. */
    private boolean isTable(MethodTree method) {
        return isTest
                && method.getBody().getStatements().size() == 1
                && method.getBody().getStatements().getFirst().getKind() == Tree.Kind.RETURN;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void none) {
        long lines = lineOf(end(method)) - lineOf(start(method)) + 1;
        if (method.getBody() != null && lines > METHOD_LINES && !isTable(method))
            found(method.getName() + " is longer than " + METHOD_LINES + " lines");
        return super.visitMethod(method, none);
    }

    @Override
    public @Nullable Void visitCatch(CatchTree caught, @Nullable Void none) {
        String type = caught.getParameter().getType().toString();
        if (type.contains("Throwable") || type.matches("(java\\.lang\\.)?Error")) found("catches " + type);
        return super.visitCatch(caught, none);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void none) {
        if (isProgram) {
            String sql = SqlFromValues.handed(call);
            if (sql != null) found("hands on SQL that is no constant: " + sql);
            if (SqlFromValues.isMadeBy(call)) found("puts SQL together from values: " + firstWords(call));
        }
        String called = call.getMethodSelect().toString();
        if (isTest && called.equals("Thread.sleep")) found("sleeps where a test should wait for something");
        return super.visitMethodInvocation(call, none);
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree sum, @Nullable Void none) {
        boolean isSql = isProgram && SqlFromValues.isMadeBy(sum);
        if (isSql) found("puts SQL together from values: " + firstWords(sum));
        // Its left side is the same finding once more.
        return isSql ? none : super.visitBinary(sum, none);
    }

    @Override
    public @Nullable Void visitAnnotation(AnnotationTree annotation, @Nullable Void none) {
        if (annotation.getAnnotationType().toString().equals("Disabled")) found("has a test that is switched off");
        return super.visitAnnotation(annotation, none);
    }

    private static String firstWords(Tree sql) {
        String text = sql.toString();
        return text.substring(0, Math.min(60, text.length()));
    }

    private long start(Tree tree) {
        return source.positions().getStartPosition(source.unit(), tree);
    }

    private long end(Tree tree) {
        return source.positions().getEndPosition(source.unit(), tree);
    }

    private long lineOf(long position) {
        return source.unit().getLineMap().getLineNumber(position);
    }

    private void found(String what) {
        findings.add(source.name() + " " + what);
    }
}
