# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors

# DBIx::Class over a schema that its loader reads; arguments: rows of orders, columns of staff.
use strict;
use warnings;
use DBIx::Class::Schema::Loader qw(make_schema_at);

sub check { my ($holds, $what) = @_; die $what unless $holds }

my ($orders, $columns) = @ARGV;
my @login = (
    "dbi:Pg:dbname=$ENV{PGDATABASE};host=$ENV{PGHOST};port=$ENV{PGPORT};sslmode=disable",
    $ENV{PGUSER}, $ENV{PGPASSWORD}, { RaiseError => 1, PrintError => 0, quote_names => 1 },
);
make_schema_at('Lab', { naming => 'current', db_schema => 'public', quiet => 1, constraint => qr/\A(?:orders|customers|staff|secrets)\z/ }, [@login]);
my $lab = Lab->connect(@login);
my @sources = $lab->sources;
check((grep { $_ eq 'Order' } @sources) && !(grep { /Secret/ } @sources), "@sources");
my $staff = $lab->source('Staff');
check(join(' ', $staff->columns) eq $columns, join(' ', $staff->columns));
check(join(' ', $lab->source('Order')->primary_columns) eq 'id', 'primary key');
my $all = $lab->resultset('Order');
check($all->count == $orders, 'count');
my ($cursor, $rows) = ($all->search({}, { columns => ['id'] })->cursor, 0);
$rows++ while $cursor->next;
check($rows == $orders, 'cursor');
my $page = $all->search({}, { order_by => 'id', rows => 3, page => 2 });
check(scalar(my @found = $page->all) == 3, 'page');
my $groups = $all->search({}, { select => [{ count => '*' }], as => ['n'], group_by => 'status' });
my $sum = 0;
$sum += $_->get_column('n') for $groups->all;
check($sum == $orders, 'groups');
$lab->txn_do(sub {
    $lab->svp_begin('here');
    eval { $lab->storage->dbh->do('SELECT 1/0') };
    check($@, 'divided');
    $lab->svp_rollback('here');
    check($all->count == $orders, 'savepoint');
});
eval { $all->create({ id => 1, customer_id => 1 }) };
check($@ =~ /read-only/, $@);
$lab->storage->disconnect;
check($all->count == $orders, 'reconnected');
print "passed\n";
