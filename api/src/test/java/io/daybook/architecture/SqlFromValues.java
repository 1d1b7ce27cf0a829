package io.daybook.architecture;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * SQL that is more than its text says: put together from what is no constant, wherever that happens, or handed to the database without
 * being one. A constant is a literal, a name in capitals, or several of them joined or chosen from.
 */
final class SqlFromValues {
    /** Whatever is given to these is carried out. */
    private static final Set<String> TAKERS = Set.of(
            "prepareStatement",
            "prepareCall",
            "executeQuery",
            "executeUpdate",
            "executeLargeUpdate",
            "addBatch",
            "sql");

    private static final Set<String> MAKERS = Set.of(
            "formatted", "format", "replace", "replaceAll", "replaceFirst", "concat", "append", "join", "insert");
    private static final Pattern SQL = Pattern.compile("(?s)\\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH|MERGE INTO|"
            + "TRUNCATE|ALTER|CREATE|DROP|GRANT|REVOKE|COPY|CALL|SET)\\s.*");

    private SqlFromValues() {}

    /** What the call hands to the database without being a constant; null if nothing. */
    static @Nullable String handed(MethodInvocationTree call) {
        String name = nameOf(call.getMethodSelect());
        boolean takes = TAKERS.contains(name)
                || name.equals("execute") && receiver(call).endsWith("tatement");
        if (!takes || call.getArguments().isEmpty()) return null;
        ExpressionTree sql = call.getArguments().getFirst();
        return isConstant(sql) ? null : name + "(" + sql + ")";
    }

    static boolean isMadeBy(BinaryTree sum) {
        return sum.getKind() == Tree.Kind.PLUS && isSql(first(sum)) && !isConstant(sum);
    }

    /** {@code "SELECT …".formatted(x)}, {@code String.format("SELECT …", x)}, {@code text.append("SELECT …").append(x)}. */
    static boolean isMadeBy(MethodInvocationTree call) {
        if (!MAKERS.contains(nameOf(call.getMethodSelect()))) return false;
        boolean onSql = call.getMethodSelect() instanceof MemberSelectTree member
                && Stream.iterate(member.getExpression(), SqlFromValues::inner)
                        .limit(10)
                        .anyMatch(SqlFromValues::isSql);
        boolean withSql = call.getArguments().stream().anyMatch(SqlFromValues::isSql);
        return (onSql || withSql) && !call.getArguments().stream().allMatch(SqlFromValues::isConstant);
    }

    private static ExpressionTree inner(ExpressionTree expression) {
        return switch (expression) {
            case MethodInvocationTree call
            when call.getMethodSelect() instanceof MemberSelectTree member -> member.getExpression();
            case NewClassTree made
            when !made.getArguments().isEmpty() -> made.getArguments().getFirst();
            default -> expression;
        };
    }

    private static ExpressionTree first(ExpressionTree expression) {
        return switch (expression) {
            case BinaryTree sum -> first(sum.getLeftOperand());
            case ParenthesizedTree inner -> first(inner.getExpression());
            default -> expression;
        };
    }

    private static boolean isSql(ExpressionTree expression) {
        return first(expression) instanceof LiteralTree literal
                && literal.getValue() instanceof String text
                && SQL.matcher(text).matches();
    }

    private static boolean isConstant(ExpressionTree expression) {
        return switch (expression) {
            case LiteralTree literal -> literal.getKind() == Tree.Kind.STRING_LITERAL;
            case IdentifierTree name -> isUpperCase(name.getName().toString());
            case MemberSelectTree name -> isUpperCase(name.getIdentifier().toString());
            case BinaryTree sum -> isConstant(sum.getLeftOperand()) && isConstant(sum.getRightOperand());
            case ParenthesizedTree inner -> isConstant(inner.getExpression());
            case ConditionalExpressionTree choice ->
                isConstant(choice.getTrueExpression()) && isConstant(choice.getFalseExpression());
            default -> false;
        };
    }

    private static boolean isUpperCase(String name) {
        return name.matches("[A-Z][A-Z0-9_]*");
    }

    private static String receiver(MethodInvocationTree call) {
        return call.getMethodSelect() instanceof MemberSelectTree member
                ? member.getExpression().toString()
                : "";
    }

    private static String nameOf(ExpressionTree select) {
        return select instanceof MemberSelectTree member
                ? member.getIdentifier().toString()
                : select.toString();
    }
}
