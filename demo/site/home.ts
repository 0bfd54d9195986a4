import '../../components/cdn.ts';
import './page.ts';
